package io.guatu.tidings;

/** A way to reach somebody. */
public enum Channel {
    WECOM,
    DINGTALK,
    FEISHU,
    WEBHOOK,
    MAIL
}
