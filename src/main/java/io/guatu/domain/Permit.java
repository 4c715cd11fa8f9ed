package io.guatu.domain;

/** What a project needs before it is built, and the statistics before they count it. */
public enum Permit {
    /** 批准文件: the project itself, approved, confirmed or filed. */
    APPROVAL,
    /** 国土证: the land. */
    LAND,
    /** 建设规划许可证. */
    PLANNING,
    /** 施工许可证. */
    CONSTRUCTION
}
