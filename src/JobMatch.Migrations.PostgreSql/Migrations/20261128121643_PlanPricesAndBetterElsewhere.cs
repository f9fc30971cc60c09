using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PlanPricesAndBetterElsewhere : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Best",
                table: "PlanRow",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PlanPriceList",
                columns: table => new
                {
                    PlanId = table.Column<long>(type: "bigint", nullable: false),
                    Prices = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanPriceList", x => x.PlanId);
                    table.ForeignKey(
                        name: "FK_PlanPriceList_PlacementPlan_PlanId",
                        column: x => x.PlanId,
                        principalTable: "PlacementPlan",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PlanPriceList");

            migrationBuilder.DropColumn(
                name: "Best",
                table: "PlanRow");
        }
    }
}
