using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class BirthHeld : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "holds_birth",
                table: "birth_cases",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "live_birth",
                table: "birth_cases",
                column: "birth_index",
                unique: true,
                filter: "holds_birth");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "live_birth",
                table: "birth_cases");

            migrationBuilder.DropColumn(
                name: "holds_birth",
                table: "birth_cases");
        }
    }
}
