using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
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
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "evaluated_on",
                table: "service_projects",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "evaluation",
                table: "service_projects",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "logged_by",
                table: "service_hours",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "data_asked",
                table: "research_topics",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "founded_on",
                table: "bodies",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    function = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    what = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: true),
                    done_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_matches",
                columns: table => new
                {
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    volunteer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false)
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
                type: "bytea",
                nullable: true);
        }
    }
}
