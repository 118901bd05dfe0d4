using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class GovernancePapers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "content",
                table: "task_evidence");

            migrationBuilder.AddColumn<Guid>(
                name: "file_id",
                table: "task_evidence",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "evaluated_on",
                table: "service_projects",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evaluation",
                table: "service_projects",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logged_by",
                table: "service_hours",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "data_asked",
                table: "research_topics",
                type: "TEXT",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "founded_on",
                table: "bodies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    function = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    project_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    done_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_matches",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_matches", x => new { x.project_id, x.volunteer_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_service_projects_division",
                table: "service_projects",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_research_topics_division",
                table: "research_topics",
                column: "division");

            migrationBuilder.CreateIndex(
                name: "ix_help_requests_division",
                table: "help_requests",
                column: "division");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "help_requests");

            migrationBuilder.DropTable(
                name: "service_matches");

            migrationBuilder.DropIndex(
                name: "ix_service_projects_division",
                table: "service_projects");

            migrationBuilder.DropIndex(
                name: "ix_research_topics_division",
                table: "research_topics");

            migrationBuilder.DropColumn(
                name: "file_id",
                table: "task_evidence");

            migrationBuilder.DropColumn(
                name: "evaluated_on",
                table: "service_projects");

            migrationBuilder.DropColumn(
                name: "evaluation",
                table: "service_projects");

            migrationBuilder.DropColumn(
                name: "logged_by",
                table: "service_hours");

            migrationBuilder.DropColumn(
                name: "data_asked",
                table: "research_topics");

            migrationBuilder.DropColumn(
                name: "founded_on",
                table: "bodies");

            migrationBuilder.AddColumn<byte[]>(
                name: "content",
                table: "task_evidence",
                type: "BLOB",
                nullable: true);
        }
    }
}
