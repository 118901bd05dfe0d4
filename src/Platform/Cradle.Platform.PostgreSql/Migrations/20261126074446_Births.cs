using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Births : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "birth_cases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    together = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    filed_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    babies = table.Column<int>(type: "integer", nullable: false),
                    protected_form = table.Column<byte[]>(type: "bytea", nullable: false),
                    certificate_index = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    live_certificate = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    birth_index = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    insure_by = table.Column<DateOnly>(type: "date", nullable: true),
                    promised_by = table.Column<DateOnly>(type: "date", nullable: true),
                    items_rule = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    refused_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    steps = table.Column<int>(type: "integer", nullable: false),
                    rating = table.Column<int>(type: "integer", nullable: true),
                    rating_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_moved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_birth_cases", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "birth_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    after = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    is_extra = table.Column<bool>(type: "boolean", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: true),
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    heard_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    remedy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    appeals = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_moved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_birth_items", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "child_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    residence = table.Column<int>(type: "integer", nullable: false),
                    birth_date = table.Column<DateOnly>(type: "date", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    babies = table.Column<int>(type: "integer", nullable: false),
                    settled_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mother_household = table.Column<int>(type: "integer", nullable: true),
                    father_household = table.Column<int>(type: "integer", nullable: true),
                    protected_identity = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_child_records", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "connector_nonces",
                columns: table => new
                {
                    key_id = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    nonce = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    expires = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connector_nonces", x => new { x.key_id, x.nonce });
                });

            migrationBuilder.CreateTable(
                name: "connector_requests",
                columns: table => new
                {
                    partner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connector_requests", x => new { x.partner, x.idempotency_key });
                });

            migrationBuilder.CreateTable(
                name: "department_answers",
                columns: table => new
                {
                    request = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    @protected = table.Column<byte[]>(name: "protected", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department_answers", x => new { x.request, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "department_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    service = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    protected_fields = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    remedy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_moved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_department_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entitlement_offers",
                columns: table => new
                {
                    child_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label_zh = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    label_en = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    handler = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    offered_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entitlement_offers", x => new { x.child_id, x.quantity });
                });

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_applicant",
                table: "birth_cases",
                column: "applicant");

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_birth_index",
                table: "birth_cases",
                column: "birth_index");

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_certificate_index",
                table: "birth_cases",
                column: "certificate_index");

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_live_certificate",
                table: "birth_cases",
                column: "live_certificate",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_number",
                table: "birth_cases",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_cases_state_division",
                table: "birth_cases",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_birth_items_case_id_service",
                table: "birth_items",
                columns: new[] { "case_id", "service" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_items_request",
                table: "birth_items",
                column: "request",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_birth_items_state_division",
                table: "birth_items",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_child_records_case_id",
                table: "child_records",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_child_records_division",
                table: "child_records",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_connector_nonces_expires",
                table: "connector_nonces",
                column: "expires");

            migrationBuilder.CreateIndex(
                name: "ix_department_requests_state_division",
                table: "department_requests",
                columns: new[] { "state", "division" });

            migrationBuilder.CreateIndex(
                name: "ix_entitlement_offers_until",
                table: "entitlement_offers",
                column: "until");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "birth_cases");

            migrationBuilder.DropTable(
                name: "birth_items");

            migrationBuilder.DropTable(
                name: "child_records");

            migrationBuilder.DropTable(
                name: "connector_nonces");

            migrationBuilder.DropTable(
                name: "connector_requests");

            migrationBuilder.DropTable(
                name: "department_answers");

            migrationBuilder.DropTable(
                name: "department_requests");

            migrationBuilder.DropTable(
                name: "entitlement_offers");
        }
    }
}
