using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rhythms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "assigned_on",
                table: "key_tasks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "rhythms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    silent_task_months = table.Column<int>(type: "INTEGER", nullable: true),
                    silent_body_months = table.Column<int>(type: "INTEGER", nullable: true),
                    ahead_days = table.Column<int>(type: "INTEGER", nullable: true),
                    order_level_days = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rhythms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "watch_marks",
                columns: table => new
                {
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_watch_marks", x => new { x.subject, x.what, x.day });
                });

            migrationBuilder.CreateIndex(
                name: "ix_rhythms_division",
                table: "rhythms",
                column: "division",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rhythms");

            migrationBuilder.DropTable(
                name: "watch_marks");

            migrationBuilder.DropColumn(
                name: "assigned_on",
                table: "key_tasks");
        }
    }
}
