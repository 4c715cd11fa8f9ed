package io.guatu.sheet;

import java.text.Normalizer;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;

/** A name in the letters of an id: Chinese in pinyin, a syllable a word; Latin letters and digits as they are. */
public final class Pinyin {
    private Pinyin() {}

    /** @return at most so many letters, whole words; empty where the name has neither Chinese nor Latin letters nor digits */
    public static String of(String name, int longest) {
        StringBuilder id = new StringBuilder();
        boolean word = false;
        for (char sign : Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .toCharArray()) {
            String[] sounds = PinyinHelper.toHanyuPinyinStringArray(sign);
            String part = sounds != null
                    ? sounds[0].replaceAll("u:", "v").replaceAll("[^a-z]", "")
                    : sign >= 'a' && sign <= 'z' || sign >= '0' && sign <= '9' ? String.valueOf(sign) : "";
            boolean more = word && sounds == null && !part.isEmpty();
            if (id.length() + part.length() + 1 > longest) {
                break;
            }
            if (!part.isEmpty()) {
                id.append(id.isEmpty() || more ? "" : "-").append(part);
            }
            word = sounds == null && !part.isEmpty();
        }
        return id.toString();
    }
}
