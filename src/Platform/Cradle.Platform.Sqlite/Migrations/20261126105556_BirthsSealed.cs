using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class BirthsSealed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What was protected before field keys cannot be read with them; no release has carried it (ADR 0062).
            foreach (var table in new[] { "entitlement_offers", "child_records", "birth_items", "birth_cases", "department_answers", "department_requests" })
                migrationBuilder.Sql($"DELETE FROM {table}");
            migrationBuilder.Sql("DELETE FROM submissions WHERE kind = 'births.joint-case'");

            migrationBuilder.DropIndex(
                name: "ix_supervisory_orders_division",
                table: "supervisory_orders");

            migrationBuilder.DropIndex(
                name: "ix_role_grants_state_division",
                table: "role_grants");

            migrationBuilder.DropIndex(
                name: "ix_research_topics_division",
                table: "research_topics");

            migrationBuilder.DropIndex(
                name: "ix_refusals_division",
                table: "refusals");

            migrationBuilder.DropIndex(
                name: "ix_provisions_division",
                table: "provisions");

            migrationBuilder.DropIndex(
                name: "ix_place_assessments_division",
                table: "place_assessments");

            migrationBuilder.DropIndex(
                name: "ix_nominations_division",
                table: "nominations");

            migrationBuilder.DropIndex(
                name: "ix_measures_division",
                table: "measures");

            migrationBuilder.DropIndex(
                name: "ix_key_tasks_division",
                table: "key_tasks");

            migrationBuilder.DropIndex(
                name: "ix_important_matters_division",
                table: "important_matters");

            migrationBuilder.DropIndex(
                name: "ix_filings_division",
                table: "filings");

            migrationBuilder.DropIndex(
                name: "ix_department_requests_state_division",
                table: "department_requests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_department_answers",
                table: "department_answers");

            migrationBuilder.DropIndex(
                name: "ix_birth_items_state_division",
                table: "birth_items");

            migrationBuilder.DropIndex(
                name: "ix_birth_cases_live_certificate",
                table: "birth_cases");

            migrationBuilder.DropIndex(
                name: "ix_birth_cases_state_division",
                table: "birth_cases");

            migrationBuilder.DropIndex(
                name: "ix_annual_reports_division",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "live_certificate",
                table: "birth_cases");

            migrationBuilder.RenameColumn(
                name: "child_id",
                table: "entitlement_offers",
                newName: "about");

            migrationBuilder.RenameColumn(
                name: "protected_fields",
                table: "department_requests",
                newName: "fields");

            migrationBuilder.RenameColumn(
                name: "protected",
                table: "department_answers",
                newName: "answer");

            migrationBuilder.RenameColumn(
                name: "protected_identity",
                table: "child_records",
                newName: "identity");

            migrationBuilder.RenameColumn(
                name: "protected_form",
                table: "birth_cases",
                newName: "form");

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "department_answers",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<byte[]>(
                name: "birth",
                table: "birth_cases",
                type: "BLOB",
                nullable: false,
                defaultValue: new byte[0]);

            migrationBuilder.AddColumn<byte[]>(
                name: "certificate",
                table: "birth_cases",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "holds_certificate",
                table: "birth_cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "insurance_alerted",
                table: "birth_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "lost_on",
                table: "birth_cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_department_answers",
                table: "department_answers",
                column: "id");

            migrationBuilder.CreateTable(
                name: "childbearing_registrations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    applicant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    filed_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    filed_at = table.Column<int>(type: "INTEGER", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    form = table.Column<byte[]>(type: "BLOB", nullable: false),
                    mother = table.Column<byte[]>(type: "BLOB", nullable: false),
                    mother_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    child_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    stands = table.Column<bool>(type: "INTEGER", nullable: false),
                    lost_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    created = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    last_moved_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_childbearing_registrations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    channel = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    note = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "legacy_fee_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    decision_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    birth = table.Column<int>(type: "INTEGER", nullable: false),
                    decided_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    collected_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    enforcement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    disposal = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true),
                    waived_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    notice = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    last_moved_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legacy_fee_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "place_queries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    last_moved_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_place_queries", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_supervisory_orders_division_state",
                table: "supervisory_orders",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_division_state",
                table: "role_grants",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_research_topics_division_state",
                table: "research_topics",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_refusals_division_state",
                table: "refusals",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_provisions_division_state",
                table: "provisions",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_place_assessments_division_state",
                table: "place_assessments",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_nominations_division_state",
                table: "nominations",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_measures_division_state",
                table: "measures",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_division_state",
                table: "key_tasks",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_important_matters_division_state",
                table: "important_matters",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_filings_division_state",
                table: "filings",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_department_requests_division_state",
                table: "department_requests",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_department_answers_request_sequence",
                table: "department_answers",
                columns: new[] { "request", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_items_division_state",
                table: "birth_items",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_division_state",
                table: "birth_cases",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "live_certificate",
                table: "birth_cases",
                column: "certificate_index",
                unique: true,
                filter: "holds_certificate");

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_division_state",
                table: "annual_reports",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_applicant",
                table: "childbearing_registrations",
                column: "applicant");

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_division_state",
                table: "childbearing_registrations",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_filed_by",
                table: "childbearing_registrations",
                column: "filed_by");

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_mother_index",
                table: "childbearing_registrations",
                column: "mother_index");

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_mother_index_child_date",
                table: "childbearing_registrations",
                columns: new[] { "mother_index", "child_date" },
                unique: true,
                filter: "stands");

            migrationBuilder.CreateIndex(
                name: "ix_childbearing_registrations_number",
                table: "childbearing_registrations",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_consultations_registration_id",
                table: "consultations",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_division_decision_number",
                table: "legacy_fee_cases",
                columns: new[] { "division", "decision_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_division_state",
                table: "legacy_fee_cases",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_person_index",
                table: "legacy_fee_cases",
                column: "person_index");

            migrationBuilder.CreateIndex(
                name: "ix_place_queries_division_state",
                table: "place_queries",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_place_queries_registration_id",
                table: "place_queries",
                column: "registration_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "childbearing_registrations");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "legacy_fee_cases");

            migrationBuilder.DropTable(
                name: "place_queries");

            migrationBuilder.DropIndex(
                name: "ix_supervisory_orders_division_state",
                table: "supervisory_orders");

            migrationBuilder.DropIndex(
                name: "ix_role_grants_division_state",
                table: "role_grants");

            migrationBuilder.DropIndex(
                name: "ix_research_topics_division_state",
                table: "research_topics");

            migrationBuilder.DropIndex(
                name: "ix_refusals_division_state",
                table: "refusals");

            migrationBuilder.DropIndex(
                name: "ix_provisions_division_state",
                table: "provisions");

            migrationBuilder.DropIndex(
                name: "ix_place_assessments_division_state",
                table: "place_assessments");

            migrationBuilder.DropIndex(
                name: "ix_nominations_division_state",
                table: "nominations");

            migrationBuilder.DropIndex(
                name: "ix_measures_division_state",
                table: "measures");

            migrationBuilder.DropIndex(
                name: "ix_key_tasks_division_state",
                table: "key_tasks");

            migrationBuilder.DropIndex(
                name: "ix_important_matters_division_state",
                table: "important_matters");

            migrationBuilder.DropIndex(
                name: "ix_filings_division_state",
                table: "filings");

            migrationBuilder.DropIndex(
                name: "ix_department_requests_division_state",
                table: "department_requests");

            migrationBuilder.DropPrimaryKey(
                name: "pk_department_answers",
                table: "department_answers");

            migrationBuilder.DropIndex(
                name: "ix_department_answers_request_sequence",
                table: "department_answers");

            migrationBuilder.DropIndex(
                name: "ix_birth_items_division_state",
                table: "birth_items");

            migrationBuilder.DropIndex(
                name: "ix_birth_cases_division_state",
                table: "birth_cases");

            migrationBuilder.DropIndex(
                name: "live_certificate",
                table: "birth_cases");

            migrationBuilder.DropIndex(
                name: "ix_annual_reports_division_state",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "id",
                table: "department_answers");

            migrationBuilder.DropColumn(
                name: "birth",
                table: "birth_cases");

            migrationBuilder.DropColumn(
                name: "certificate",
                table: "birth_cases");

            migrationBuilder.DropColumn(
                name: "holds_certificate",
                table: "birth_cases");

            migrationBuilder.DropColumn(
                name: "insurance_alerted",
                table: "birth_cases");

            migrationBuilder.DropColumn(
                name: "lost_on",
                table: "birth_cases");

            migrationBuilder.RenameColumn(
                name: "about",
                table: "entitlement_offers",
                newName: "child_id");

            migrationBuilder.RenameColumn(
                name: "fields",
                table: "department_requests",
                newName: "protected_fields");

            migrationBuilder.RenameColumn(
                name: "answer",
                table: "department_answers",
                newName: "protected");

            migrationBuilder.RenameColumn(
                name: "identity",
                table: "child_records",
                newName: "protected_identity");

            migrationBuilder.RenameColumn(
                name: "form",
                table: "birth_cases",
                newName: "protected_form");

            migrationBuilder.AddColumn<byte[]>(
                name: "live_certificate",
                table: "birth_cases",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_department_answers",
                table: "department_answers",
                columns: new[] { "request", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_supervisory_orders_division",
                table: "supervisory_orders",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_role_grants_state_division",
                table: "role_grants",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_research_topics_division",
                table: "research_topics",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_refusals_division",
                table: "refusals",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_provisions_division",
                table: "provisions",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_place_assessments_division",
                table: "place_assessments",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_nominations_division",
                table: "nominations",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_measures_division",
                table: "measures",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_key_tasks_division",
                table: "key_tasks",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_important_matters_division",
                table: "important_matters",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_filings_division",
                table: "filings",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_department_requests_state_division",
                table: "department_requests",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_birth_items_state_division",
                table: "birth_items",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_live_certificate",
                table: "birth_cases",
                column: "live_certificate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_state_division",
                table: "birth_cases",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_annual_reports_division",
                table: "annual_reports",
                column: "division");
        }
    }
}
