using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FairsPlansTrainingSavedSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Fair",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    PostingIds = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    Invited = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MadeBy = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Fair", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlacementPlan",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    FairId = table.Column<long>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PostingIds = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    People = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    PeopleCount = table.Column<bool>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Stage = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Of = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Demand = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    MadeBy = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WorkedOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlacementPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RejectedDocument",
                columns: table => new
                {
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    EntityId = table.Column<long>(type: "INTEGER", nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RejectedDocument", x => new { x.Kind, x.EntityId });
                });

            migrationBuilder.CreateTable(
                name: "SavedSearch",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    StationSettlementId = table.Column<long>(type: "INTEGER", nullable: true),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastRunAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Told = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearch", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedSearch_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TrainingClass",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: true),
                    Seats = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeBy = table.Column<long>(type: "INTEGER", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingClass", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PlanRow",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PlanId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    QuotaId = table.Column<long>(type: "INTEGER", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    HelpsHousehold = table.Column<bool>(type: "INTEGER", nullable: false),
                    Locked = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReferralId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanRow", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlanRow_PlacementPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PlacementPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SavedSearchFound",
                columns: table => new
                {
                    SavedSearchId = table.Column<long>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedSearchFound", x => new { x.SavedSearchId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_SavedSearchFound_SavedSearch_SavedSearchId",
                        column: x => x.SavedSearchId,
                        principalTable: "SavedSearch",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            // Column and key at once: a key added later would rebuild the table outside of the transaction, and a process that dies there would leave half a migration.
            migrationBuilder.Sql("ALTER TABLE \"TrainingRecord\" ADD COLUMN \"ClassId\" INTEGER NULL CONSTRAINT \"FK_TrainingRecord_TrainingClass_ClassId\" REFERENCES \"TrainingClass\" (\"Id\")");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecord_ClassId",
                table: "TrainingRecord",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_Fair_SettlementId_On",
                table: "Fair",
                columns: new[] { "SettlementId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PlacementPlan_FairId",
                table: "PlacementPlan",
                column: "FairId");

            migrationBuilder.CreateIndex(
                name: "IX_PlacementPlan_State",
                table: "PlacementPlan",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_PlanRow_PersonId",
                table: "PlanRow",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_PlanRow_PlanId_PersonId",
                table: "PlanRow",
                columns: new[] { "PlanId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SavedSearch_AccountId",
                table: "SavedSearch",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingClass_SettlementId_From",
                table: "TrainingClass",
                columns: new[] { "SettlementId", "From" });

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_TrainingRecord_TrainingClass_ClassId",
                table: "TrainingRecord");

            migrationBuilder.DropTable(
                name: "Fair");

            migrationBuilder.DropTable(
                name: "PlanRow");

            migrationBuilder.DropTable(
                name: "RejectedDocument");

            migrationBuilder.DropTable(
                name: "SavedSearchFound");

            migrationBuilder.DropTable(
                name: "TrainingClass");

            migrationBuilder.DropTable(
                name: "PlacementPlan");

            migrationBuilder.DropTable(
                name: "SavedSearch");

            migrationBuilder.DropIndex(
                name: "IX_TrainingRecord_ClassId",
                table: "TrainingRecord");

            migrationBuilder.DropColumn(
                name: "ClassId",
                table: "TrainingRecord");
        }
    }
}
