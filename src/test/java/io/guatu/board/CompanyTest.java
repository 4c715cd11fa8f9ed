package io.guatu.board;

import static io.guatu.board.Entries.MANAGER;
import static io.guatu.board.Entries.ROAD;
import static io.guatu.board.Entries.TODAY;
import static io.guatu.board.Entries.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.guatu.access.Roster;
import io.guatu.board.fold.Milestone;
import io.guatu.board.fold.Project;
import io.guatu.board.lamp.Lamp;
import io.guatu.domain.AccessUpdate.GrantIssued;
import io.guatu.domain.Author;
import io.guatu.domain.CompanyId;
import io.guatu.domain.GrantId;
import io.guatu.domain.HazardUpdate.HazardFound;
import io.guatu.domain.HazardUpdate.NoticeIssued;
import io.guatu.domain.MilestoneId;
import io.guatu.domain.Percent;
import io.guatu.domain.Role;
import io.guatu.domain.Severity;
import io.guatu.domain.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a company is, however it is written: what parts one contractor from another. */
class CompanyTest {
    private static final MilestoneId ALL = new MilestoneId("all");
    private static final CompanyId TONGJIAN = CompanyId.named("桐建(城关)公司");

    @ParameterizedTest(name = "“{0}” is the same company")
    @ValueSource(strings = {"桐建(城关)公司", "桐建(城关)公司 ", " 桐建 (城关) 公司", "桐建（城关）公司", "桐建(城关)公司\u3000", "桐建(城关)公司\u200b"})
    void a_space_or_a_wide_bracket_makes_no_other_company(String written) {
        assertEquals(TONGJIAN, CompanyId.named(written));
    }

    @Property(tries = 200)
    void another_name_is_another_company(
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String one,
            @ForAll @AlphaChars @StringLength(min = 1, max = 20) String other) {
        assertEquals(one.equalsIgnoreCase(other), CompanyId.named(one).equals(CompanyId.named(other)));
    }

    @Test
    void the_extension_that_is_written_otherwise_supersedes_its_own_report() {
        Milestone all = reports(grant("g-1", "桐建(城关)公司", null), grant("g-2", "桐建（城关）公司 ", null));
        assertEquals(1, all.pending().size());
        assertEquals(Percent.of(60), all.said());
    }

    @Test
    void one_that_was_renamed_keeps_its_history() {
        Milestone all = reports(grant("g-1", "桐建(城关)公司", null), grant("g-2", "桐建集团", TONGJIAN));
        assertEquals(1, all.pending().size());
        assertEquals(TONGJIAN, all.pending().get(0).by().whose());
    }

    @Test
    void two_firms_of_one_name_are_two() {
        CompanyId other = new CompanyId("c-other");
        GrantIssued first = grant("g-1", "桐建(城关)公司", null);
        GrantIssued second = grant("g-2", "桐建(城关)公司", other);
        Milestone all = reports(first, second);
        assertEquals(2, all.pending().size());
        Author stranger = new Author("g-2", Role.CONTRACTOR, "周工", "桐建(城关)公司", other);
        assertEquals(Percent.of(60), all.said(stranger));
        assertNotEquals(
                all.pending().get(0).by().side(), all.pending().get(1).by().side());
        Roster roster = Roster.NONE.after(told(first, second).all());
        assertTrue(roster.isOf(new GrantId("g-2"), stranger));
        assertFalse(roster.isOf(new GrantId("g-1"), stranger));
        assertEquals(List.of(TONGJIAN, other), List.copyOf(roster.companies().keySet()));
    }

    @Test
    void its_lamp_says_what_of_its_own_is_overdue_and_nothing_of_anothers() {
        GrantIssued li = grant("g-1", "桐建(城关)公司", null);
        GrantIssued zhou = grant("g-2", "安路公司", null);
        Entries entries = told(li, zhou);
        long hazard = entries.add(-9, MANAGER, ROAD, new HazardFound(Severity.GENERAL, "基坑", "临边无防护", null, null, null))
                .all()
                .size();
        entries.add(-8, MANAGER, ROAD, new NoticeIssued("整改1号", List.of(hazard), TODAY.minusDays(2), li.grant()));
        Board board =
                Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1")).after(entries.all());
        Project road = board.projects().byId().get(ROAD);
        ProjectView whole = ProjectView.of(board, road, List.of());
        Lamp own = ProjectView.Site.of(whole, road, author(li), li.grant()::equals, board.terms())
                .card()
                .lamp();
        Lamp others = ProjectView.Site.of(whole, road, author(zhou), zhou.grant()::equals, board.terms())
                .card()
                .lamp();
        assertEquals(Lamp.Code.RECTIFICATION_OVERDUE, own.reasons().get(0).code());
        assertEquals(Lamp.Way.RECTIFY, own.toGreen().get(0).code());
        assertEquals(Lamp.Colour.RED, others.colour());
        assertFalse(others.has(Lamp.Code.RECTIFICATION_OVERDUE));
        assertFalse(
                SiteCard.of(board.cards().get(ROAD)).lamp().has(Lamp.Code.RECTIFICATION_OVERDUE), "frames go to all");
    }

    /** Both report on the milestone: 50 %, then 60 %. */
    private static Milestone reports(GrantIssued first, GrantIssued second) {
        Entries entries = told(first, second)
                .report(-2, author(first), "all", 50, null)
                .report(-1, author(second), "all", 60, null);
        Project road = Board.empty(new UUID(1, 1), TODAY, ZONE, Sets.named("daguan-1"))
                .after(entries.all())
                .projects()
                .byId()
                .get(ROAD);
        return road.plan().milestones().get(ALL);
    }

    private static Entries told(GrantIssued first, GrantIssued second) {
        return Entries.road(Stage.IMPLEMENTATION)
                .plan("all", 100, -50, 49)
                .add(-9, MANAGER, ROAD, first)
                .add(-8, MANAGER, ROAD, second);
    }

    /** As an entry holds it. */
    private static Author author(GrantIssued grant) {
        return new Author(grant.grant().value(), Role.CONTRACTOR, grant.contractor(), grant.company());
    }

    private static GrantIssued grant(String id, String company, CompanyId companyId) {
        return new GrantIssued(new GrantId(id), "李工", company, companyId, List.of(ALL), null, Instant.MAX, null);
    }
}
