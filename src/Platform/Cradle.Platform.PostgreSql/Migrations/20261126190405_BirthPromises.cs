using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class BirthPromises : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "birth_promises",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    paper = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    promiser = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    set_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reminded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    stopped = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    kept_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    kept_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    file = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    last_moved_by = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_birth_promises", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_birth_promises_case_id",
                table: "birth_promises",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_birth_promises_division_state",
                table: "birth_promises",
                columns: new[] { "division", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_birth_promises_state_until",
                table: "birth_promises",
                columns: new[] { "state", "until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "birth_promises");
        }
    }
}
