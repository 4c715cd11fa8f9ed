package io.guatu.board.fold;

import io.guatu.domain.Entry;
import io.guatu.domain.Listing;
import io.guatu.domain.ProjectUpdate.ProjectDescribed;
import io.guatu.domain.Quantity;
import io.guatu.domain.Tier;
import java.time.LocalDate;
import java.util.List;

/** What lists and forms say of a project beside its name; null is what nobody said. See {@link ProjectDescribed}. */
public record Description(
        String code,
        String place,
        String content,
        String nature,
        String unit,
        String lead,
        String contact,
        List<String> aliases,
        String ownerCode,
        Tier tier,
        Quantity land,
        LocalDate begins,
        LocalDate ends,
        Listing listed) {
    static final Description NONE =
            new Description(null, null, null, null, null, null, null, List.of(), null, null, null, null, null, null);

    public Description {
        aliases = List.copyOf(aliases);
    }

    Description after(Entry entry) {
        return entry.update() instanceof ProjectDescribed told ? with(told) : this;
    }

    /** These words with what is told in place of what it replaces. */
    public Description with(ProjectDescribed told) {
        return new Description(
                or(told.code(), code),
                or(told.place(), place),
                or(told.content(), content),
                or(told.nature(), nature),
                or(told.unit(), unit),
                or(told.lead(), lead),
                or(told.contact(), contact),
                or(told.aliases(), aliases),
                or(told.ownerCode(), ownerCode),
                or(told.tier(), tier),
                or(told.land(), land),
                or(told.begins(), begins),
                or(told.ends(), ends),
                or(told.listed(), listed));
    }

    private static <T> T or(T told, T known) {
        return told == null ? known : told;
    }
}
