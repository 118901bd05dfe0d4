using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cradle.Platform.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Protection : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_tokens");

            // Their keys stood there unprotected: whoever had a second factor sets it up anew.
            migrationBuilder.Sql("UPDATE accounts SET two_factor_enabled = 0");

            migrationBuilder.AddColumn<int>(
                name: "division",
                table: "audit_entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "person_id",
                table: "audit_entries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "unit",
                table: "audit_entries",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "authenticator_key",
                table: "accounts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "recovery_codes",
                table: "accounts",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", nullable: true),
                    email = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_contacts_accounts_id",
                        column: x => x.id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_person_id_sequence",
                table: "audit_entries",
                columns: new[] { "person_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_account_contacts_phone_index",
                table: "account_contacts",
                column: "phone_index");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_contacts");

            migrationBuilder.DropIndex(
                name: "ix_audit_entries_person_id_sequence",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "division",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "person_id",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "unit",
                table: "audit_entries");

            migrationBuilder.DropColumn(
                name: "authenticator_key",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "recovery_codes",
                table: "accounts");

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_tokens_accounts_user_id",
                        column: x => x.user_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });
        }
    }
}
