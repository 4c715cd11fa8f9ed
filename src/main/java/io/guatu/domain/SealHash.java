package io.guatu.domain;

/** By which hash an entry is sealed. */
public enum SealHash {
    SHA_256,
    /** GB/T 32905: where the State's own cryptography is required (国密). */
    SM3
}
