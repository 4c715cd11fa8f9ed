package io.guatu.sheet;

import io.guatu.domain.ProjectId;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.sourceforge.pinyin4j.PinyinHelper;

/** Ids for projects that have none: their names in pinyin. Nobody types them, and hardly anybody sees them. */
public final class ProjectIds {
    private static final int LONGEST = 48;

    private final Set<ProjectId> taken;

    /** @param taken those that projects have; ids that were given are taken too */
    public ProjectIds(Set<ProjectId> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** One that is free, the same for the same name as long as nobody takes it. */
    public ProjectId next(String name) {
        String base = pinyin(name);
        ProjectId id = new ProjectId(base);
        for (int number = 2; !taken.add(id); number++) {
            id = new ProjectId(base + "-" + number);
        }
        return id;
    }

    private static String pinyin(String name) {
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
            if (id.length() + part.length() + 1 > LONGEST) {
                break;
            }
            if (!part.isEmpty()) {
                id.append(id.isEmpty() || more ? "" : "-").append(part);
            }
            word = sounds == null && !part.isEmpty();
        }
        return id.isEmpty() ? "project" : id.toString();
    }
}
