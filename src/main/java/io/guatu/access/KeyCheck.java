package io.guatu.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why a key of the key file is of no use to us, as the end of a sentence. A key that is skipped in silence is missed on the
 * day when the first one is taken out: every key of the file must be able to sign.
 */
final class KeyCheck {
    private KeyCheck() {}

    static Optional<String> fault(JWK key, List<JWK> before) {
        if (algorithm(key).isEmpty()) {
            return Optional.of("is neither EC P-256 nor OKP Ed25519 (kty is " + key.getKeyType() + ")");
        }
        if (key.getAlgorithm() != null
                && !key.getAlgorithm().equals(algorithm(key).get())) {
            return Optional.of("is meant for " + key.getAlgorithm() + ", and its kind signs "
                    + algorithm(key).get() + " only");
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            return Optional.of("is for \"use\": \"" + key.getKeyUse() + "\", not for signatures");
        }
        if (key.getKeyOperations() != null
                && !key.getKeyOperations().containsAll(Set.of(KeyOperation.SIGN, KeyOperation.VERIFY))) {
            return Optional.of("may not both sign and verify (key_ops)");
        }
        if (!key.isPrivate()) {
            return Optional.of("has no private part (d)");
        }
        if (key.getKeyID() == null || key.getKeyID().isBlank() || key.getKeyID().length() > 200) {
            return Optional.of("has no kid, or one of more than 200 characters");
        }
        return before.stream().anyMatch(other -> other.getKeyID().equals(key.getKeyID()))
                ? Optional.of("has the kid of another one: " + key.getKeyID())
                : Optional.empty();
    }

    /** What a key of this kind signs with; empty when we do not take its kind. */
    static Optional<JWSAlgorithm> algorithm(JWK key) {
        if (key instanceof ECKey curve && curve.getCurve().equals(Curve.P_256)) {
            return Optional.of(JWSAlgorithm.ES256);
        }
        return key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)
                ? Optional.of(JWSAlgorithm.EdDSA)
                : Optional.empty();
    }
}
