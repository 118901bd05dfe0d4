using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class TracesResetsPhones : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "trace_parent",
                table: "outbox_messages",
                type: "character varying(55)",
                maxLength: 55,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "phone_proven",
                table: "account_contacts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "credential_resets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_moved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential_resets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "phone_proofs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    code = table.Column<byte[]>(type: "bytea", nullable: false),
                    message = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    tried = table.Column<int>(type: "integer", nullable: false),
                    used = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone_proofs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_contacts_proven_phone",
                table: "account_contacts",
                column: "phone_index",
                unique: true,
                filter: "phone_proven IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credential_resets_account_id",
                table: "credential_resets",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_credential_resets_division_state",
                table: "credential_resets",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_phone_proofs_expires",
                table: "phone_proofs",
                column: "expires");

            migrationBuilder.CreateIndex(
                name: "ix_phone_proofs_phone_index",
                table: "phone_proofs",
                column: "phone_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credential_resets");

            migrationBuilder.DropTable(
                name: "phone_proofs");

            migrationBuilder.DropIndex(
                name: "ix_account_contacts_proven_phone",
                table: "account_contacts");

            migrationBuilder.DropColumn(
                name: "trace_parent",
                table: "outbox_messages");

            migrationBuilder.DropColumn(
                name: "phone_proven",
                table: "account_contacts");
        }
    }
}
