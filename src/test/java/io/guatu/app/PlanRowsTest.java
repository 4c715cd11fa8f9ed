package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the rows of a plan become when they are told. */
class PlanRowsTest {
    private static WebModule module;

    @BeforeAll
    static void open() {
        module = new WebModule("views/project/plan-rows.js");
    }

    @AfterAll
    static void close() {
        module.close();
    }

    private static String said(String act) {
        Value run = module.eval("""
                (firstPlan, rowsOf, copyOf, rowsIn) => {
                  const step = (id, weight, start, finish, after) => ({ id, name: { zh: id }, weight, baseline: { start, finish }, after });
                  const card = { milestones: [step('base', 60, '2026-03-01', '2026-03-31'), step('top', 30, '2026-04-01', '2026-04-30', ['base'])] };
                  const fresh = (id, cells) => ({ id, known: false, cells: { zh: id, en: '', weight: '10', start: '2026-05-01', finish: '2026-05-31', after: '', ...cells } });
                  const say = (updates) => updates.map(({ milestone, weight, after = [] }) => milestone + ' ' + weight + (after.length ? ' <' + after.join() : '')).join('; ');
                  return (act) => eval(act)({ card, rows: rowsOf(card), fresh, say });
                }""")
                .execute(
                        module.export("firstPlan"),
                        module.export("rowsOf"),
                        module.export("copyOf"),
                        module.export("rowsIn"));
        return run.execute(act).asString();
    }

    @Test
    void nothing_is_told_of_what_did_not_change() {
        assertEquals("", said("({ card, rows, say }) => say(firstPlan(card, rows))"));
    }

    @Test
    void what_becomes_lighter_goes_before_what_needs_its_room() {
        assertEquals(
                "top 20; base 70; m 10",
                said(
                        "({ card, rows: [base, top], fresh, say }) => say(firstPlan(card, [{ ...base, cells: { ...base.cells, weight: '70' } }, { ...top, cells: { ...top.cells, weight: '20' } }, fresh('m')])).replace(' <base', '')"));
    }

    @Test
    void a_new_step_goes_after_what_it_comes_after_and_is_called_by_its_english_name() {
        assertEquals(
                "signs 10; acceptance 10 <signs,base",
                said(
                        "({ card, rows, fresh, say }) => say(firstPlan(card, [...rows, fresh('m', { en: 'Acceptance', after: '@m-2,@base' }), fresh('m-2', { en: 'Signs' })]))"));
        assertEquals(
                "top-2 10",
                said("({ card, rows, fresh, say }) => say(firstPlan(card, [...rows, fresh('m', { en: 'Top' })]))"));
    }

    @Test
    void another_projects_plan_begins_where_this_one_does() {
        assertEquals(
                "2027-03-01 2027-03-31; 2027-04-01 2027-04-30 @base",
                said(
                        "({ card }) => copyOf(card, '2027-03-01').map(({ cells: { start, finish, after } }) => [start, finish, after].filter(Boolean).join(' ')).join('; ')"));
    }
}
