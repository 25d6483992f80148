using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cohesion.Governance.Server.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class BallotChannels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "BallotChange",
                table: "Votes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "UntilClosing");

            migrationBuilder.AddColumn<string>(
                name: "DuplicatePolicy",
                table: "Votes",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "OnlinePrevails");

            migrationBuilder.AddColumn<bool>(
                name: "CoOwned",
                table: "RollEntries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "ContestedSince",
                table: "RollEntries",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ServedBy",
                table: "RollEntries",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CoOwner",
                table: "OfficeHoldings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "DuplicatePolicy",
                table: "Councils",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "OnlinePrevails");

            migrationBuilder.AddColumn<long>(
                name: "TakenAt",
                table: "Ballots",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "EntryId",
                table: "BallotRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MandateId",
                table: "BallotRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SetAsideFor",
                table: "BallotRecords",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "TakenAt",
                table: "BallotRecords",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "VoiceOfPersonId",
                table: "BallotRecords",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BallotEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SignedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ScanHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Witness = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    EnteredByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    EnteredAt = table.Column<long>(type: "bigint", nullable: false),
                    Stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SecondChoice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CheckedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    SettledChoice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    SettledByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                    SettledReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Receipt = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BallotVoices",
                columns: table => new
                {
                    VoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CastByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CastAt = table.Column<long>(type: "bigint", nullable: false),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    Receipt = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AgreementReason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DocumentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BallotVoices", x => new { x.VoteId, x.SeatId, x.PersonId });
                });

            migrationBuilder.CreateTable(
                name: "DeliveryRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Proof = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ScanHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Witness = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeliveryRecords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CouncilId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    HolderPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecordedByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenAt = table.Column<long>(type: "bigint", nullable: false),
                    Scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    VoteId = table.Column<Guid>(type: "uuid", nullable: true),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    Until = table.Column<long>(type: "bigint", nullable: true),
                    DocumentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Mandates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SeatExclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VoteId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    Ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    DecidedByPersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: false),
                    Objection = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ObjectedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ObjectedAt = table.Column<long>(type: "bigint", nullable: true),
                    Upheld = table.Column<bool>(type: "boolean", nullable: true),
                    Finding = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ObjectionDecidedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    ObjectionDecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SeatExclusions", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BallotEntries_VoteId_SeatId_Channel_TakenAt_EnteredByPerson~",
                table: "BallotEntries",
                columns: new[] { "VoteId", "SeatId", "Channel", "TakenAt", "EnteredByPersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BallotEntries_VoteId_Stage",
                table: "BallotEntries",
                columns: new[] { "VoteId", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_BallotVoices_Receipt",
                table: "BallotVoices",
                column: "Receipt",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeliveryRecords_VoteId_SeatId_Kind_At",
                table: "DeliveryRecords",
                columns: new[] { "VoteId", "SeatId", "Kind", "At" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_CouncilId_HolderPersonId",
                table: "Mandates",
                columns: new[] { "CouncilId", "HolderPersonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_HolderPersonId",
                table: "Mandates",
                column: "HolderPersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Mandates_SeatId",
                table: "Mandates",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_SeatExclusions_VoteId_SeatId",
                table: "SeatExclusions",
                columns: new[] { "VoteId", "SeatId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BallotEntries");

            migrationBuilder.DropTable(
                name: "BallotVoices");

            migrationBuilder.DropTable(
                name: "DeliveryRecords");

            migrationBuilder.DropTable(
                name: "Mandates");

            migrationBuilder.DropTable(
                name: "SeatExclusions");

            migrationBuilder.DropColumn(
                name: "BallotChange",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "DuplicatePolicy",
                table: "Votes");

            migrationBuilder.DropColumn(
                name: "CoOwned",
                table: "RollEntries");

            migrationBuilder.DropColumn(
                name: "ContestedSince",
                table: "RollEntries");

            migrationBuilder.DropColumn(
                name: "ServedBy",
                table: "RollEntries");

            migrationBuilder.DropColumn(
                name: "CoOwner",
                table: "OfficeHoldings");

            migrationBuilder.DropColumn(
                name: "DuplicatePolicy",
                table: "Councils");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "Ballots");

            migrationBuilder.DropColumn(
                name: "EntryId",
                table: "BallotRecords");

            migrationBuilder.DropColumn(
                name: "MandateId",
                table: "BallotRecords");

            migrationBuilder.DropColumn(
                name: "SetAsideFor",
                table: "BallotRecords");

            migrationBuilder.DropColumn(
                name: "TakenAt",
                table: "BallotRecords");

            migrationBuilder.DropColumn(
                name: "VoiceOfPersonId",
                table: "BallotRecords");
        }
    }
}
