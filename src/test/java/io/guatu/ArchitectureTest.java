package io.guatu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.guatu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_between_rooms_point_downward = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("app")
            .definedBy("io.guatu.app..")
            .layer("http")
            .definedBy("io.guatu.http..")
            .layer("bridge")
            .definedBy("io.guatu.bridge..")
            .layer("courier")
            .definedBy("io.guatu.courier..")
            .layer("text")
            .definedBy("io.guatu.text..")
            .layer("tidings")
            .definedBy("io.guatu.tidings..")
            .layer("command")
            .definedBy("io.guatu.command..")
            .layer("relay")
            .definedBy("io.guatu.relay..")
            .layer("photo")
            .definedBy("io.guatu.photo..")
            .layer("sheet")
            .definedBy("io.guatu.sheet..")
            .layer("message")
            .definedBy("io.guatu.message..")
            .layer("schedule")
            .definedBy("io.guatu.schedule..")
            .layer("exchange")
            .definedBy("io.guatu.exchange..")
            .layer("report")
            .definedBy("io.guatu.report..")
            .layer("form")
            .definedBy("io.guatu.form..")
            .layer("apart")
            .definedBy("io.guatu.apart..")
            .layer("state")
            .definedBy("io.guatu.state..")
            .layer("access")
            .definedBy("io.guatu.access..")
            .layer("board")
            .definedBy("io.guatu.board..")
            .layer("ledger")
            .definedBy("io.guatu.ledger..")
            .layer("domain")
            .definedBy("io.guatu.domain..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("photo")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers("app", "http", "exchange", "report")
            .whereLayer("form")
            .mayOnlyBeAccessedByLayers("app", "http", "command", "report")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("schedule")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("exchange")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("apart")
            .mayOnlyBeAccessedByLayers("photo", "schedule", "sheet", "report")
            .whereLayer("bridge")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("app", "http", "bridge")
            .whereLayer("courier")
            .mayOnlyBeAccessedByLayers("app", "http")
            .whereLayer("text")
            .mayOnlyBeAccessedByLayers("app", "http", "report", "exchange", "tidings", "courier")
            .whereLayer("tidings")
            .mayOnlyBeAccessedByLayers("app", "http", "courier")
            .whereLayer("relay")
            .mayOnlyBeAccessedByLayers("app", "http", "bridge", "command", "courier")
            .whereLayer("state")
            .mayOnlyBeAccessedByLayers("app", "http", "bridge", "command", "relay")
            .whereLayer("access")
            .mayOnlyBeAccessedByLayers("app", "http", "bridge", "command", "relay", "state", "courier", "tidings")
            .whereLayer("board")
            .mayOnlyBeAccessedByLayers(
                    "app",
                    "http",
                    "bridge",
                    "command",
                    "relay",
                    "state",
                    "access",
                    "sheet",
                    "message",
                    "schedule",
                    "report",
                    "exchange",
                    "courier",
                    "tidings")
            .whereLayer("ledger")
            .mayOnlyBeAccessedByLayers(
                    "app",
                    "http",
                    "bridge",
                    "command",
                    "relay",
                    "state",
                    "access",
                    "board",
                    "sheet",
                    "message",
                    "schedule",
                    "report",
                    "exchange",
                    "courier");

    @ArchTest
    static final ArchRule on_the_board_entries_become_facts_then_figures_then_lamps_then_cards = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cards")
            .definedBy("io.guatu.board")
            .layer("lamp")
            .definedBy("io.guatu.board.lamp")
            .layer("figures")
            .definedBy("io.guatu.board.figures")
            .layer("fold")
            .definedBy("io.guatu.board.fold")
            .whereLayer("cards")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("lamp")
            .mayOnlyBeAccessedByLayers("cards")
            .whereLayer("figures")
            .mayOnlyBeAccessedByLayers("cards", "lamp");

    @ArchTest
    static final ArchRule in_http_routes_stand_on_the_contract_and_all_on_problems = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("io.guatu.http")
            .layer("route")
            .definedBy("io.guatu.http.route")
            .layer("page")
            .definedBy("io.guatu.http.page")
            .layer("answer")
            .definedBy("io.guatu.http.answer")
            .layer("contract")
            .definedBy("io.guatu.http.contract")
            .layer("request")
            .definedBy("io.guatu.http.request")
            .layer("problem")
            .definedBy("io.guatu.http.problem")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("route")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("contract")
            .mayOnlyBeAccessedByLayers("api", "route")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("api", "route")
            .whereLayer("request")
            .mayOnlyBeAccessedByLayers("api", "route", "answer");

    @ArchTest
    static final ArchRule the_domain_knows_only_the_jdk = noClasses()
            .that()
            .resideInAPackage("io.guatu.domain..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "io.guatu.domain..");

    @ArchTest
    static final ArchRule the_board_is_pure = noClasses()
            .that()
            .resideInAPackage("io.guatu.board..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.lang..", "java.util..", "java.math..", "java.time..", "io.guatu.domain..", "io.guatu.board..")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule what_is_told_is_a_pure_function_too = noClasses()
            .that()
            .resideInAPackage("io.guatu.tidings..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.lang..",
                    "java.util..",
                    "java.math..",
                    "java.time..",
                    "io.guatu.domain..",
                    "io.guatu.board..",
                    "io.guatu.access..",
                    "io.guatu.text..",
                    "io.guatu.tidings..")
            .orShould()
            .callMethod(java.time.Instant.class, "now");

    @ArchTest
    static final ArchRule the_command_path_never_publishes_and_never_moves_the_board = noClasses()
            .that()
            .resideInAPackage("io.guatu.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.guatu.bridge..", "io.guatu.relay..");

    @ArchTest
    static final ArchRule all_sql_is_in_the_ledger_room = noClasses()
            .that()
            .resideOutsideOfPackages("io.guatu.ledger..", "io.guatu.app..", "io.guatu.relay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..");
}
