using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeptRankingsAndClassOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "PostingIds",
                table: "TrainingClass",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "[]");

            // A class was for one posting; the column of its employer told what the posting tells.
            migrationBuilder.Sql("""update "TrainingClass" set "PostingIds" = '[' || "PostingId" || ']' where "PostingId" is not null""");

            // Said to SQLite itself: Entity Framework would copy the whole table, outside the transaction.
            migrationBuilder.Sql("""alter table "TrainingClass" drop column "EmployerId" """);
            migrationBuilder.Sql("""alter table "TrainingClass" drop column "PostingId" """);

            migrationBuilder.CreateTable(
                name: "KeptRanking",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Query = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KeptRanking", x => x.Id);
                    table.ForeignKey(
                        name: "FK_KeptRanking_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeptRanking_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_KeptRanking_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KeptRanking_AccountId_PersonId",
                table: "KeptRanking",
                columns: new[] { "AccountId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptRanking_AccountId_PostingId",
                table: "KeptRanking",
                columns: new[] { "AccountId", "PostingId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_KeptRanking_PersonId",
                table: "KeptRanking",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_KeptRanking_PostingId",
                table: "KeptRanking",
                column: "PostingId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KeptRanking");

            migrationBuilder.AddColumn<long>(
                name: "EmployerId",
                table: "TrainingClass",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PostingId",
                table: "TrainingClass",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql("""update "TrainingClass" set "PostingId" = json_extract("PostingIds", '$[0]') where "PostingIds" <> '[]'""");
            migrationBuilder.Sql("""update "TrainingClass" set "EmployerId" = (select p."EmployerId" from "Posting" p where p."Id" = "TrainingClass"."PostingId") where "PostingId" is not null""");

            migrationBuilder.Sql("""alter table "TrainingClass" drop column "PostingIds" """);
        }
    }
}
