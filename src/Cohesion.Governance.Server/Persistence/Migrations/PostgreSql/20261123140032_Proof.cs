using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cohesion.Governance.Server.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Proof : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BallotsRoot",
                table: "Votes",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RowsHash",
                table: "Journal",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "JournalRows",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalRows", x => new { x.CouncilId, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "JournalSeals",
                columns: table => new
                {
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    SealedAt = table.Column<long>(type: "bigint", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Signature = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalSeals", x => new { x.CouncilId, x.Day });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Journal_CouncilId_SubjectId",
                table: "Journal",
                columns: new[] { "CouncilId", "SubjectId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "JournalRows");

            migrationBuilder.DropTable(
                name: "JournalSeals");

            migrationBuilder.DropIndex(
                name: "IX_Journal_CouncilId_SubjectId",
                table: "Journal");

            migrationBuilder.DropColumn(
                name: "BallotsRoot",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "RowsHash",
                table: "Journal");
        }
    }
}
