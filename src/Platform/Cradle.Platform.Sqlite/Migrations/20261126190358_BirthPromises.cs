using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    case_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    paper = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    promiser = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    set_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    reminded = table.Column<DateTime>(type: "TEXT", nullable: true),
                    stopped = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    file = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    last_moved_by = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    due = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
