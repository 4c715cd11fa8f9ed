package io.guatu.message;

import net.sourceforge.pinyin4j.PinyinHelper;

/** How a text sounds: a sign that is typed for another of its sound (河畈 for 何畈) is the same. */
final class Sound {
    /** Signs that stand for nothing else, one for each syllable or nearly so. */
    private static final int FIRST = 0xE000;

    private static final int HOW_MANY = 6_400;

    private Sound() {}

    static String of(String text) {
        StringBuilder sound = new StringBuilder();
        for (char sign : text.toCharArray()) {
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray(sign);
            boolean said = sounds != null && sounds.length > 0;
            sound.append(
                    said
                            ? (char) (FIRST
                                    + Math.floorMod(
                                            sounds[0].replaceAll("\\d", "").hashCode(), HOW_MANY))
                            : sign);
        }
        return sound.toString();
    }
}
