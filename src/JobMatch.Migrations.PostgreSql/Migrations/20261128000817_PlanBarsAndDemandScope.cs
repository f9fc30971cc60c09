using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PlanBarsAndDemandScope : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Bars",
                table: "PlacementPlan",
                type: "character varying(40000)",
                maxLength: 40000,
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "PlacementPlan",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Bars",
                table: "PlacementPlan");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "PlacementPlan");
        }
    }
}
