using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PlanLeastScoreAndClassTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CancelledAt",
                table: "TrainingClass",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "TrainingClass",
                type: "character varying(120)",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Trainer",
                table: "TrainingClass",
                type: "character varying(80)",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "TrainingClass",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LeastScore",
                table: "PlacementPlan",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "CancelledAt",
                table: "TrainingClass");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "TrainingClass");

            migrationBuilder.DropColumn(
                name: "Trainer",
                table: "TrainingClass");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "TrainingClass");

            migrationBuilder.DropColumn(
                name: "LeastScore",
                table: "PlacementPlan");
        }
    }
}
