using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class LegacyFeePersons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_legacy_fee_cases_division_decision_number",
                table: "legacy_fee_cases");

            migrationBuilder.AddColumn<byte[]>(
                name: "other",
                table: "legacy_fee_cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_id",
                table: "legacy_fee_cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "other_index",
                table: "legacy_fee_cases",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_division_decision_number",
                table: "legacy_fee_cases",
                columns: new[] { "division", "decision_number" },
                unique: true,
                filter: "state <> 'TakenOut'");

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_other_index",
                table: "legacy_fee_cases",
                column: "other_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_legacy_fee_cases_division_decision_number",
                table: "legacy_fee_cases");

            migrationBuilder.DropIndex(
                name: "ix_legacy_fee_cases_other_index",
                table: "legacy_fee_cases");

            migrationBuilder.DropColumn(
                name: "other",
                table: "legacy_fee_cases");

            migrationBuilder.DropColumn(
                name: "other_id",
                table: "legacy_fee_cases");

            migrationBuilder.DropColumn(
                name: "other_index",
                table: "legacy_fee_cases");

            migrationBuilder.CreateIndex(
                name: "ix_legacy_fee_cases_division_decision_number",
                table: "legacy_fee_cases",
                columns: new[] { "division", "decision_number" },
                unique: true);
        }
    }
}
