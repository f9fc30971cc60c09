using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "TrainingClass",
                type: "TEXT",
                maxLength: 120,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Trainer",
                table: "TrainingClass",
                type: "TEXT",
                maxLength: 80,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "TrainingClass",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LeastScore",
                table: "PlacementPlan",
                type: "INTEGER",
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
