using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Prints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "prints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title_zh = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title_en = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    division = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    content_index = table.Column<byte[]>(type: "bytea", nullable: false),
                    lines = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    issued = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prints", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_prints_code",
                table: "prints",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prints_content_index",
                table: "prints",
                column: "content_index");

            migrationBuilder.CreateIndex(
                name: "ix_prints_subject_id_kind_edition",
                table: "prints",
                columns: new[] { "subject_id", "kind", "edition" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "prints");
        }
    }
}
