using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Notices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "deadlines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_type = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    division = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    permission = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    reminded = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    escalated = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    escalated_above = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deadlines", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    text_zh = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    text_en = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    href = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    about_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notices", x => x.id);
                    table.ForeignKey(
                        name: "fk_notices_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "silences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_silences", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_due",
                table: "deadlines",
                column: "due");

            migrationBuilder.CreateIndex(
                name: "ix_deadlines_subject_type_subject_id_version",
                table: "deadlines",
                columns: new[] { "subject_type", "subject_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_notices_account_id_id",
                table: "notices",
                columns: new[] { "account_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "deadlines");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "silences");
        }
    }
}
