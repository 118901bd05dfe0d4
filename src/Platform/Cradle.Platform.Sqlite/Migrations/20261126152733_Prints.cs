using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title_zh = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    content_index = table.Column<byte[]>(type: "BLOB", nullable: false),
                    lines = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    issued = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended = table.Column<DateTime>(type: "TEXT", nullable: true)
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
