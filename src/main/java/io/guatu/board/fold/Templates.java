package io.guatu.board.fold;

import io.guatu.domain.PlanTemplate;
import io.guatu.domain.TemplateId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The templates of stages that the office saved, by id in the order in which they came, and those that it retired. Those that
 * ship are in no entry: a saved one of the same id stands for it.
 */
public record Templates(Map<TemplateId, PlanTemplate> own, Set<TemplateId> gone) {
    static final Templates NONE = new Templates(Map.of(), Set.of());

    public Templates {
        own = Collections.unmodifiableMap(own);
        gone = Set.copyOf(gone);
    }

    Templates saved(PlanTemplate template) {
        Map<TemplateId, PlanTemplate> changed = new LinkedHashMap<>(own);
        changed.put(template.id(), template);
        Set<TemplateId> left = new HashSet<>(gone);
        left.remove(template.id());
        return new Templates(changed, left);
    }

    Templates retired(TemplateId template) {
        Map<TemplateId, PlanTemplate> changed = new LinkedHashMap<>(own);
        changed.remove(template);
        Set<TemplateId> left = new HashSet<>(gone);
        left.add(template);
        return new Templates(changed, left);
    }

    /** What plans can be made of: what ships, as the office changed it and without what it retired, then the office's own. */
    public List<PlanTemplate> offered(Collection<PlanTemplate> shipped) {
        Map<TemplateId, PlanTemplate> all = new LinkedHashMap<>();
        shipped.forEach(template -> all.put(template.id(), template));
        all.keySet().removeAll(gone);
        all.putAll(own);
        return new ArrayList<>(all.values());
    }
}
