using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class UnitParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "part_done_on",
                table: "task_assignments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "href",
                table: "submissions",
                type: "character varying(1024)",
                maxLength: 1024,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "part_done_on",
                table: "task_assignments");

            migrationBuilder.DropColumn(
                name: "href",
                table: "submissions");
        }
    }
}
