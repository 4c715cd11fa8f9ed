package io.guatu.message;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What people tell beside how far something is and when it ends: a report has no place for it, and it is named as unread. */
final class Beside {
    private static final Pattern TOLD = Pattern.compile("(?:已|全面|临时|暂时)?(?:停工|停建|缓建|停滞|窝工|复工)(?:\\d+个?[天日周月])?"
            + "|(?:工期|时间)?[还尚仅只]?(?:剩余?|余)下?\\d+个?(?:多)?(?:天|日|周|月|工作日)"
            + "|[还尚](?:需要?|要)\\d+个?(?:多)?(?:天|日|周|月|工作日)");

    private Beside() {}

    static List<String> in(String sentence) {
        return TOLD.matcher(sentence).results().map(MatchResult::group).toList();
    }
}
