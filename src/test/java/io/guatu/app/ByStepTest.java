package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** Lines of a sheet that are a step's: its project may stand above it only. */
class ByStepTest {
    @Test
    void a_project_and_its_step_are_one_name_and_below_it_other_steps_stand_alone() {
        try (WebModule module = new WebModule("store/by-step.js")) {
            Value lines = module.eval("""
                (joined) => joined([['1', '下穿', '桩基', '2026-03-01'], ['', '', '顶进', '45%'], ['顶进', '46%'], ['别的', '顶进', '1']],
                  new Set(['下穿桩基', '下穿顶进'])).map((line) => line.join('|')).join('\\n')""").execute(module.export("joined"));
            assertEquals("下穿 桩基|2026-03-01\n下穿 顶进|45%\n下穿 顶进|46%\n别的|顶进|1", lines.asString());
        }
    }
}
