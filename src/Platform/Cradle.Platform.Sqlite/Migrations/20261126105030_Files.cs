using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Files : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    protected_name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    permission = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    division = table.Column<int>(type: "INTEGER", nullable: false),
                    unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    owner_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject_type = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    created = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stored_files", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_hash",
                table: "stored_files",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_stored_files_subject_type_subject_id",
                table: "stored_files",
                columns: new[] { "subject_type", "subject_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "stored_files");
        }
    }
}
