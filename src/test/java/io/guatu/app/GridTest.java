package io.guatu.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.WebModule;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells that are typed, pasted, copied and taken back: what is not understood stays and is marked, and nothing is dropped. */
class GridTest {
    private static WebModule typed;
    private static WebModule blocks;
    private static WebModule grid;
    private static WebModule undo;
    private static WebModule names;
    private static Value cells;

    @BeforeAll
    static void open() {
        typed = new WebModule("store/typed.js");
        blocks = new WebModule("store/block.js");
        grid = new WebModule("store/grid.js");
        undo = new WebModule("store/undo.js");
        names = new WebModule("store/by-name.js");
        cells = typed.eval("""
                (take, flaw, shown) => (type, said) => {
                  const options = [['road', '道路工程'], ['park', '园区建设']];
                  const edge = ['first', 'last'].find((each) => each === type);
                  const column = { id: 'x', type: edge ? 'date' : type, edge, options, longest: 5 };
                  const rows = [{ id: 'a', cells: {} }, { id: 'b', cells: {} }, { id: 'c', cells: {} }];
                  const text = take(column, said, rows, rows[2]);
                  const bad = flaw(column, text, rows, rows[2]);
                  return text + (bad ? ' !' + bad : '') + (shown(column, text, rows, rows[2]) === text ? '' : ' = ' + shown(column, text, rows, rows[2]));
                }""").execute(typed.export("take"), typed.export("flaw"), typed.export("shown"));
    }

    @AfterAll
    static void close() {
        typed.close();
        blocks.close();
        grid.close();
        undo.close();
        names.close();
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "date | 2026-03-05 | 2026-03-05",
                "date | 2026.3.5 | 2026-03-05",
                "first | 2026.3 | 2026-03-01",
                "last | 2026年2月 | 2026-02-28",
                "last | 2026-12 | 2026-12-31",
                "last | 2026.13 | 2026.13 !date",
                "date | 2026.3 | 2026.3 !date",
                "date | 2026/3/5 | 2026-03-05",
                "date | 2026年3月5日 | 2026-03-05",
                "date | 2026 年 3 月 5 日 | 2026-03-05",
                "date | ２０２６－０３－０５ | 2026-03-05",
                "date | 20260305 | 2026-03-05",
                "date | 2026/3/5 0:00:00 | 2026-03-05",
                "date | 2026-02-30 | 2026-02-30 !date",
                "date | 3月5日 | 3月5日 !date",
                "date | 2026-03 | 2026-03 !date",
                "date | 2026/3/5 14:30 | 2026/3/5 14:30 !date",
                "date | 5/3/2026 | 5/3/2026 !date",
                "date | 46086 | 46086 !date",
                "date | 待定 | 待定 !date",
                "percent | 30% | 30",
                "percent | 30.50 ％ | 30.5",
                "percent | 100 | 100",
                "percent | 101 | 101 !percent",
                "percent | 30.555 | 30.555 !percent",
                "percent | 0 | 0 !percent",
                "percent | 约30 | 约30 !percent",
                "choice | 道路工程 | road = 道路工程",
                "choice | park | park = 园区建设",
                "choice | 桥梁 | 桥梁 !choice",
                "rows | 1、2 | @a,@b = 1、2",
                "rows | 2 1 2 | @b,@a = 2、1",
                "rows | 3 | 3 !rows",
                "rows | 7 | 7 !rows",
                "text | 主体  结构 | 主体 结构",
                "text | 一二三四五六 | 一二三四五六 !long"
            })
    void a_cell_keeps_what_it_understands_in_one_spelling_and_the_rest_as_it_was_typed(
            String type, String said, String kept) {
        assertEquals(kept, cells.execute(type, said).asString());
    }

    /** {@code ⇥} is a tab, {@code ⏎} a line feed. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a⇥b⏎c⇥d⏎ | a,b;c,d",
                "a⇥⏎⇥b | a,;,b",
                "\"x⇥y\"⇥z | x⇥y,z",
                "\"one⏎two\"⇥z⏎ | one⏎two,z",
                "\"say \"\"hi\"\"\"⇥z | say \"hi\",z",
                "5\" pipe⇥z | 5\" pipe,z",
                "\"open⇥z | \"open,z",
                "one | one"
            })
    void a_block_is_read_as_spreadsheets_write_it(String pasted, String rows) {
        Value said = blocks.eval("(block) => block.map((row) => row.join(',')).join(';')");
        Value block =
                blocks.export("blockOf").execute(pasted.replace("⏎", "\r\n").replace('⇥', '\t'));
        String expected = rows.replace('⏎', '\n').replace('⇥', '\t');
        assertEquals(expected, said.execute(block).asString());
        Value again = blocks.export("blockOf").execute(blocks.export("textOf").execute(block));
        assertEquals(expected, said.execute(again).asString());
    }

    private static String on(String act) {
        return grid.eval("""
                (pasted, filled, filledDown, copied, dropped, moved, tabbed, corners) => {
                  const columns = [{ id: 'name', type: 'fixed' }, { id: 'zh', type: 'text' }, { id: 'start', type: 'date' }, { id: 'after', type: 'rows' }];
                  const row = (id, zh, start, after = '') => ({ id, cells: { name: id.toUpperCase(), zh, start, after } });
                  const rows = [row('a', '一', '2026-03-01'), row('b', '二', '2026-04-01', '@a'), row('c', '三', '', '@a,@b')];
                  const fresh = (all) => row('n' + all.length, '', '');
                  const range = (r, c, r2 = r, c2 = c) => corners({ r, c }, { r: r2, c: c2 });
                  const say = (all) => all.map(({ id, cells: { zh, start, after } }) => [id, zh, start, after].filter(Boolean).join(' ')).join('; ');
                  return (act) => eval(act)({ columns, rows, fresh, range, say });
                }""")
                .execute(
                        grid.export("pasted"),
                        grid.export("filled"),
                        grid.export("filledDown"),
                        grid.export("copied"),
                        grid.export("dropped"),
                        grid.export("moved"),
                        grid.export("tabbed"),
                        grid.export("corners"))
                .execute(act)
                .toString();
    }

    @Test
    void a_block_goes_where_it_was_pasted_makes_rows_and_names_what_found_no_place() {
        assertEquals(
                "a 一 2026-03-01; b 桩 2026-05-02 @a; c 面 下月 @a,@b; n3 尾 2026-07-01",
                on(
                        "({ columns, rows, fresh, range, say }) => say(pasted(rows, columns, range(1, 1), [['桩', '2026.5.2'], ['面', '下月'], ['尾', '2026年7月1日']], fresh).rows)"));
        assertEquals(
                "2026-07-01,尾",
                on(
                        "({ columns, rows, range }) => pasted(rows, columns, range(2, 2), [['2026-06-01', '', '2026-07-01'], ['尾']]).spilled.join()"));
        assertEquals(
                "a 一 2026-03-01; b 二 2026-03-09 @a; c 三 2026-03-09 @a,@b",
                on(
                        "({ columns, rows, range, say }) => say(pasted(rows, columns, range(1, 2, 2, 2), [['2026/3/9']]).rows)"));
        assertEquals(
                "a 一 2026-03-01; b 二 2026-03-01 @a; c 三 2026-03-01 @a,@b",
                on("({ columns, rows, range, say }) => say(filledDown(rows, columns, range(0, 2, 2, 2)))"));
    }

    @Test
    void what_is_copied_is_what_is_seen_and_what_is_fixed_is_never_typed_in() {
        assertEquals(
                "B,二,2026-04-01,1;C,三,,1、2",
                on(
                        "({ columns, rows, range }) => copied(rows, columns, range(1, 0, 2, 3)).map((row) => row.join()).join(';')"));
        assertEquals(
                "true",
                on("({ columns, rows, range }) => String(filled(rows, columns, range(0, 0, 2, 0), 'x') === rows)"));
    }

    @Test
    void a_row_that_goes_is_named_by_none() {
        assertEquals("b 二 2026-04-01; c 三 @b", on("({ columns, rows, say }) => say(dropped(rows, columns, 0))"));
    }

    @Test
    void keys_stay_in_the_grid_and_tab_leaves_it_at_its_ends() {
        assertEquals(
                "0,0 2,3 2,0 0,3",
                on(
                        "({ columns, rows }) => [moved({ r: 0, c: 0 }, 'ArrowUp', rows, columns), moved({ r: 1, c: 1 }, 'End', rows, columns, true), moved({ r: 2, c: 1 }, 'Home', rows, columns), moved({ r: 0, c: 1 }, 'ArrowRight', rows, columns, true)].map(({ r, c }) => r + ',' + c).join(' ')"));
        assertEquals(
                "1,1 null null 0,3",
                on(
                        "({ columns, rows }) => [tabbed({ r: 0, c: 3 }, false, rows, columns), tabbed({ r: 2, c: 3 }, false, rows, columns), tabbed({ r: 0, c: 1 }, true, rows, columns), tabbed({ r: 1, c: 1 }, true, rows, columns)].map((at) => at ? at.r + ',' + at.c : null).map(String).join(' ')"));
    }

    @Test
    void a_step_back_can_be_gone_forth_until_something_else_is_done() {
        Value went = undo.eval("""
                (Undo) => {
                  const undo = new Undo('a');
                  const said = [];
                  const say = () => said.push(undo.now + undo.back + undo.forth);
                  undo.done('b'); undo.done('b'); undo.done('c'); say();
                  undo.goBack(); undo.goBack(); undo.goBack(); say();
                  undo.goForth(); say();
                  undo.done('d'); undo.goForth(); say();
                  return said.join(' ');
                }""").execute(undo.export("Undo"));
        assertEquals("c20 a02 b11 d20", went.asString());
    }

    @Test
    void lines_that_begin_with_names_find_their_rows_and_the_others_are_said() {
        Value said = names.eval("""
                (byName) => {
                  const columns = [{ id: 'name', type: 'fixed' }, { id: 'template', type: 'choice', options: [['road', '道路工程']] }, { id: 'start', type: 'date' }, { id: 'finish', type: 'date' }];
                  const rows = ['a', 'b'].map((id) => ({ id, cells: { name: id } }));
                  const names = new Map([['a', ['木桥河—镇区“白加黑”', 'Overlay']], ['b', ['何畈铁路下穿']]]);
                  const block = [['序号', '项目名称', '开工', '完工'], ['1', '何畈 铁路下穿', '2026.3.1', '2026年12月', '2026-11-30'], ['2', '木桥河—镇区"白加黑"', '2026/5/1', '', '2026/9/1', '道路工程'], ['3', '老街', '2026/5/1']];
                  const { rows: next, strays, matched } = byName(rows, columns, block, names);
                  return matched + ' ' + next.map(({ cells }) => [cells.template, cells.start, cells.finish].filter(Boolean).join(' ')).join('; ') + ' | ' + strays.join('; ')
                    + ' | ' + byName(rows, columns, [['2026-01-01', '2026-02-01']], names);
                }""").execute(names.export("byName"));
        assertEquals(
                "2 road 2026-05-01 2026-09-01; 2026-03-01 2026-11-30 | 序号 项目名称 开工 完工; 何畈 铁路下穿 2026年12月; 3 老街 2026/5/1 | null",
                said.asString());
    }

    @Test
    void names_and_numbers_go_past_a_column_of_english_names() {
        Value said = blocks.eval("""
                (past) => {
                  const columns = ['zh', 'en', 'weight'].map((id) => ({ id }));
                  const rows = [{ cells: { en: 'Piles' } }];
                  const say = (block, c = 0) => { past(block, rows, { r: 0, c }, columns, 'en'); return block.map((line) => line.join(',')).join(';'); };
                  return [say([['桩基', '40%', 'x'], ['桥面', '', 'y']]), say([['桩基', 'Piles', '40']]), say([['桩基', '']]), say([['Piles', '40']], 1)].join(' ');
                }""").execute(blocks.export("past"));
        assertEquals("桩基,Piles,40%,x;桥面,,,y 桩基,Piles,40 桩基, Piles,40", said.asString());
    }

    @Test
    void a_day_that_is_missing_or_not_understood_keeps_its_place() {
        Value said = names.eval("""
                (byName) => {
                  const columns = [{ id: 'name', type: 'fixed' }, { id: 'start', type: 'date', label: '开工' }, { id: 'finish', type: 'date', label: '完工' }];
                  const rows = ['a', 'b', 'c'].map((id) => ({ id, cells: { name: id } }));
                  const names = new Map(rows.map(({ id }) => [id, [id]]));
                  const say = (block) => { const { rows: next, strays } = byName(rows, columns, block, names); return next.map(({ cells }) => [cells.start, cells.finish].join('–')).join('; ') + ' ! ' + strays.join('; '); };
                  return say([['a', '局', '2026-3-1', '2026-12-1'], ['b', '', '下月', '2026-12-2'], ['c', '局', '', '2026-12-3']])
                    + ' | ' + say([['名称', '完工时间'], ['a', '2026-12-1'], ['b', '2026-12-2']]);
                }""").execute(names.export("byName"));
        assertEquals(
                "2026-03-01–2026-12-01; –2026-12-02; –2026-12-03 ! a 局; b 下月; c 局 | –2026-12-01; –2026-12-02; – ! 名称 完工时间",
                said.asString());
    }

    @Test
    void a_bar_moves_by_days_and_keeps_one_and_what_is_no_date_does_not_move() {
        try (WebModule bars = new WebModule("store/bars.js")) {
            Value said = bars.eval("""
                    (moved, nudged, between, hasBar) => {
                      const bar = { start: '2026-02-27', finish: '2026-03-01' };
                      const say = ({ start, finish }) => start + '–' + finish;
                      const rows = [{ id: 'a', cells: bar }, { id: 'b', cells: { start: '下月', finish: '2026-03-01' } }];
                      return [say(moved(bar, null, 2)), say(moved(bar, 'finish', -9)), say(moved(bar, 'start', 9)), between(bar.start, bar.finish), hasBar(rows[1].cells),
                        nudged(rows, 'b', null, 3) === rows, nudged(rows, 'a', null, 0) === rows, say(nudged(rows, 'a', 'finish', 1)[0].cells)].join(' ');
                    }""")
                    .execute(
                            bars.export("moved"), bars.export("nudged"), bars.export("between"), bars.export("hasBar"));
            assertEquals(
                    "2026-03-01–2026-03-03 2026-02-27–2026-02-27 2026-03-01–2026-03-01 2 false true true 2026-02-27–2026-03-02",
                    said.asString());
        }
    }
}
