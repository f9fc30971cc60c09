using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace JobMatch.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaim", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
                });

            migrationBuilder.CreateTable(
                name: "AccountToken",
                columns: table => new
                {
                    UserId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "AuditEntry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<long>(type: "INTEGER", nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Case",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstHelpDue = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClearDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FirstHelpOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Topic = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    OwnerId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Case", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeEvent",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    EntityId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeEvent", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "DatedRule",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<int>(type: "INTEGER", nullable: false),
                    For = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<decimal>(type: "TEXT", precision: 12, scale: 2, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DatedRule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Employer",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ContactName = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ContactPhone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StateAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StateBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Employer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmploymentSpell",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Workplace = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RegionCode = table.Column<long>(type: "INTEGER", nullable: true),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: true),
                    OccupationId = table.Column<int>(type: "INTEGER", nullable: true),
                    WageFenPerMonth = table.Column<long>(type: "INTEGER", nullable: true),
                    ContractUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Insured = table.Column<bool>(type: "INTEGER", nullable: true),
                    EndReason = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Check_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Check_Source = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmploymentSpell", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "HiddenFromEmployer",
                columns: table => new
                {
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HiddenFromEmployer", x => new { x.PersonId, x.EmployerId });
                });

            migrationBuilder.CreateTable(
                name: "Household",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Building = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MoveInDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisteredPoorFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RegisteredPoorTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MonitoredFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MonitoredTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LowIncomeFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LowIncomeTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "JobRun",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Job = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Period = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    LeasedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JobRun", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MonthCount",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    CountVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    CountedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    RowsChanged = table.Column<int>(type: "INTEGER", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MonthCount", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Notification",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: true),
                    StationSettlementId = table.Column<long>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReferralId = table.Column<long>(type: "INTEGER", nullable: true),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Values = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    InDigest = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notification", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProjectionCursor",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    LeasedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProjectionCursor", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "QrCard",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QrCard", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Region",
                columns: table => new
                {
                    Code = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ParentCode = table.Column<long>(type: "INTEGER", nullable: true),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Region", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationRequest",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<long>(type: "INTEGER", nullable: true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationRequest", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ServiceRecord",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByAccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ServiceRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Settlement",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    TownshipCode = table.Column<long>(type: "INTEGER", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settlement", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SignInCode",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CodeHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInCode", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SmsMessage",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SmsMessage", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Station",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    OpeningHours = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Station", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TrainingRecord",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Check_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Check_Source = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingRecord", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnemploymentRegistration",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Employed = table.Column<bool>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnemploymentRegistration", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountGrant",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Role = table.Column<int>(type: "INTEGER", nullable: false),
                    Area = table.Column<int>(type: "INTEGER", nullable: false),
                    TargetId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountGrant", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountGrant_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountPerson",
                columns: table => new
                {
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountPerson", x => new { x.AccountId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_AccountPerson_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Notice",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notice", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notice_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SelfEmployment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SpellId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Business = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    LoanFen = table.Column<long>(type: "INTEGER", nullable: true),
                    RentSupport = table.Column<bool>(type: "INTEGER", nullable: false),
                    TaxRelief = table.Column<bool>(type: "INTEGER", nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SelfEmployment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SelfEmployment_EmploymentSpell_SpellId",
                        column: x => x.SpellId,
                        principalTable: "EmploymentSpell",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IdNumber = table.Column<byte[]>(type: "BLOB", nullable: true),
                    IdHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PhoneHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: false),
                    Relation = table.Column<int>(type: "INTEGER", nullable: false),
                    HealthNote = table.Column<byte[]>(type: "BLOB", nullable: true),
                    InEducation = table.Column<bool>(type: "INTEGER", nullable: false),
                    DiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Person", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Person_Household_HouseholdId",
                        column: x => x.HouseholdId,
                        principalTable: "Household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SettlementMonth",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MonthCountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Households = table.Column<int>(type: "INTEGER", nullable: false),
                    CapacityHouseholds = table.Column<int>(type: "INTEGER", nullable: false),
                    WillingHouseholds = table.Column<int>(type: "INTEGER", nullable: false),
                    CoveredHouseholds = table.Column<int>(type: "INTEGER", nullable: false),
                    ZeroEmploymentHouseholds = table.Column<int>(type: "INTEGER", nullable: false),
                    Workers = table.Column<int>(type: "INTEGER", nullable: false),
                    Employed = table.Column<int>(type: "INTEGER", nullable: false),
                    StablyEmployed = table.Column<int>(type: "INTEGER", nullable: false),
                    ByChannel = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SettlementMonth", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SettlementMonth_MonthCount_MonthCountId",
                        column: x => x.MonthCountId,
                        principalTable: "MonthCount",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkerMonth",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MonthCountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    HasCapacity = table.Column<bool>(type: "INTEGER", nullable: false),
                    Willing = table.Column<bool>(type: "INTEGER", nullable: false),
                    WorkingAge = table.Column<bool>(type: "INTEGER", nullable: false),
                    Employed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Stable = table.Column<bool>(type: "INTEGER", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: true),
                    SpellId = table.Column<long>(type: "INTEGER", nullable: true),
                    WageFenPerMonth = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkerMonth", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkerMonth_MonthCount_MonthCountId",
                        column: x => x.MonthCountId,
                        principalTable: "MonthCount",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "StationSettlement",
                columns: table => new
                {
                    StationId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationSettlement", x => new { x.StationId, x.SettlementId });
                    table.ForeignKey(
                        name: "FK_StationSettlement_Settlement_SettlementId",
                        column: x => x.SettlementId,
                        principalTable: "Settlement",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_StationSettlement_Station_StationId",
                        column: x => x.StationId,
                        principalTable: "Station",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Posting",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoticeId = table.Column<long>(type: "INTEGER", nullable: true),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<byte>(type: "INTEGER", nullable: false),
                    WelfareType = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    OccupationIds = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Shift = table.Column<byte>(type: "INTEGER", nullable: false),
                    HoursPerDay = table.Column<decimal>(type: "TEXT", nullable: true),
                    DaysPerMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Strain = table.Column<byte>(type: "INTEGER", nullable: false),
                    Duties = table.Column<ushort>(type: "INTEGER", nullable: false),
                    Hazardous = table.Column<bool>(type: "INTEGER", nullable: false),
                    EducationAsked = table.Column<byte>(type: "INTEGER", nullable: false),
                    MandarinAsked = table.Column<byte>(type: "INTEGER", nullable: false),
                    StatedAgeFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    StatedAgeTo = table.Column<int>(type: "INTEGER", nullable: true),
                    Food = table.Column<bool>(type: "INTEGER", nullable: false),
                    Lodging = table.Column<bool>(type: "INTEGER", nullable: false),
                    Transport = table.Column<bool>(type: "INTEGER", nullable: false),
                    SocialInsurance = table.Column<bool>(type: "INTEGER", nullable: false),
                    CareFriendly = table.Column<bool>(type: "INTEGER", nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Filling = table.Column<int>(type: "INTEGER", nullable: false),
                    Flag = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ExternalKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ExternalHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Wage_BaseFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_HourlyFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_HoursPerMonth = table.Column<int>(type: "INTEGER", nullable: true),
                    Wage_MaxFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_MinFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_MonthlyMaxFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_MonthlyMinFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Wage_MonthsPerYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Wage_Text = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Wage_Unit = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Posting", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Posting_Employer_EmployerId",
                        column: x => x.EmployerId,
                        principalTable: "Employer",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Posting_Notice_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notice",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "HouseholdMembership",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdMembership", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HouseholdMembership_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Worker",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false),
                    HouseholdId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    Capacity = table.Column<byte>(type: "INTEGER", nullable: false),
                    Restrictions = table.Column<ushort>(type: "INTEGER", nullable: false),
                    Willing = table.Column<bool>(type: "INTEGER", nullable: true),
                    Education = table.Column<byte>(type: "INTEGER", nullable: false),
                    Mandarin = table.Column<byte>(type: "INTEGER", nullable: false),
                    Mobility = table.Column<byte>(type: "INTEGER", nullable: false),
                    MobilityMetres = table.Column<int>(type: "INTEGER", nullable: true),
                    ImpossibleDuties = table.Column<ushort>(type: "INTEGER", nullable: false),
                    HardshipCheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Wishes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    LastWageFen = table.Column<long>(type: "INTEGER", nullable: true),
                    ConsentsToEmployers = table.Column<bool>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CapacityCheck_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CapacityCheck_Source = table.Column<int>(type: "INTEGER", nullable: false),
                    EducationCheck_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EducationCheck_Source = table.Column<int>(type: "INTEGER", nullable: false),
                    MobilityCheck_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MobilityCheck_Source = table.Column<int>(type: "INTEGER", nullable: false),
                    WillingCheck_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WillingCheck_Source = table.Column<int>(type: "INTEGER", nullable: false),
                    WishesCheck_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WishesCheck_Source = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Worker", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Worker_Person_Id",
                        column: x => x.Id,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostingCertificate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    Timing = table.Column<byte>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingCertificate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostingCertificate_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostingReport",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<long>(type: "INTEGER", nullable: true),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingReport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostingReport_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostingSkill",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    SkillId = table.Column<int>(type: "INTEGER", nullable: false),
                    Must = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostingSkill", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PostingSkill_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Quota",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: true),
                    RegionCode = table.Column<long>(type: "INTEGER", nullable: true),
                    PlaceText = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Latitude = table.Column<double>(type: "REAL", nullable: true),
                    Longitude = table.Column<double>(type: "REAL", nullable: true),
                    Vacancies = table.Column<int>(type: "INTEGER", nullable: false),
                    Taken = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Quota", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Quota_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Referral",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    PostingId = table.Column<long>(type: "INTEGER", nullable: false),
                    EmployerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    CountyCode = table.Column<int>(type: "INTEGER", nullable: false),
                    QuotaId = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RefusedFor = table.Column<int>(type: "INTEGER", nullable: true),
                    WithdrawnFor = table.Column<int>(type: "INTEGER", nullable: true),
                    EmployerMaySee = table.Column<bool>(type: "INTEGER", nullable: false),
                    PersonAgreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnswerDue = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Referral", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Referral_Posting_PostingId",
                        column: x => x.PostingId,
                        principalTable: "Posting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Certificate",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    KindId = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Check_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Check_Source = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificate", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificate_Worker_WorkerId",
                        column: x => x.WorkerId,
                        principalTable: "Worker",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HardshipAssessment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    Group = table.Column<ushort>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HardshipAssessment", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HardshipAssessment_Worker_WorkerId",
                        column: x => x.WorkerId,
                        principalTable: "Worker",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkerSkill",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    SkillId = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Check_On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Check_Source = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkerSkill", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkerSkill_Worker_WorkerId",
                        column: x => x.WorkerId,
                        principalTable: "Worker",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkExperience",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WorkerId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    OccupationId = table.Column<int>(type: "INTEGER", nullable: false),
                    Workplace = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Months = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkExperience", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkExperience_Worker_WorkerId",
                        column: x => x.WorkerId,
                        principalTable: "Worker",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReferralMove",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReferralId = table.Column<long>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    SettlementId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferralMove", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferralMove_Referral_ReferralId",
                        column: x => x.ReferralId,
                        principalTable: "Referral",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Account_NormalizedUserName",
                table: "Account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Account_PhoneHash",
                table: "Account",
                column: "PhoneHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountGrant_AccountId",
                table: "AccountGrant",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_AccountId_At",
                table: "AuditEntry",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_Subject_SubjectId_At",
                table: "AuditEntry",
                columns: new[] { "Subject", "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_HouseholdId_Kind_OpenedOn",
                table: "Case",
                columns: new[] { "HouseholdId", "Kind", "OpenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_HouseholdId_OpenedOn",
                table: "Case",
                columns: new[] { "HouseholdId", "OpenedOn" },
                unique: true,
                filter: "\"Kind\" = 1");

            migrationBuilder.CreateIndex(
                name: "IX_Case_PersonId_Kind_OpenedOn",
                table: "Case",
                columns: new[] { "PersonId", "Kind", "OpenedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Case_SettlementId_State_Kind",
                table: "Case",
                columns: new[] { "SettlementId", "State", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Certificate_ValidTo",
                table: "Certificate",
                column: "ValidTo");

            migrationBuilder.CreateIndex(
                name: "IX_Certificate_WorkerId",
                table: "Certificate",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_DatedRule_Name_For_From",
                table: "DatedRule",
                columns: new[] { "Name", "For", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Employer_CountyCode_Name",
                table: "Employer",
                columns: new[] { "CountyCode", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_Employer_CreditCode",
                table: "Employer",
                column: "CreditCode");

            migrationBuilder.CreateIndex(
                name: "IX_Employer_State",
                table: "Employer",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_EmploymentSpell_HouseholdId_End",
                table: "EmploymentSpell",
                columns: new[] { "HouseholdId", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_EmploymentSpell_PersonId_Start",
                table: "EmploymentSpell",
                columns: new[] { "PersonId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_EmploymentSpell_Start_End",
                table: "EmploymentSpell",
                columns: new[] { "Start", "End" });

            migrationBuilder.CreateIndex(
                name: "IX_HardshipAssessment_To",
                table: "HardshipAssessment",
                column: "To");

            migrationBuilder.CreateIndex(
                name: "IX_HardshipAssessment_WorkerId",
                table: "HardshipAssessment",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_Household_Number",
                table: "Household",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Household_SettlementId",
                table: "Household",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembership_HouseholdId_From",
                table: "HouseholdMembership",
                columns: new[] { "HouseholdId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMembership_PersonId",
                table: "HouseholdMembership",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_JobRun_Job_Period",
                table: "JobRun",
                columns: new[] { "Job", "Period" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MonthCount_Month_CountVersion",
                table: "MonthCount",
                columns: new[] { "Month", "CountVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notice_EmployerId",
                table: "Notice",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Notification_EmployerId_Id",
                table: "Notification",
                columns: new[] { "EmployerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notification_Key",
                table: "Notification",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notification_PersonId_Id",
                table: "Notification",
                columns: new[] { "PersonId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notification_StationSettlementId_Id",
                table: "Notification",
                columns: new[] { "StationSettlementId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Person_HouseholdId",
                table: "Person",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Person_IdHash",
                table: "Person",
                column: "IdHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Person_Name",
                table: "Person",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Person_PhoneHash",
                table: "Person",
                column: "PhoneHash");

            migrationBuilder.CreateIndex(
                name: "IX_Person_SettlementId",
                table: "Person",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_Posting_EmployerId",
                table: "Posting",
                column: "EmployerId");

            migrationBuilder.CreateIndex(
                name: "IX_Posting_ExternalKey",
                table: "Posting",
                column: "ExternalKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Posting_NoticeId",
                table: "Posting",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_Posting_State_PublishedAt",
                table: "Posting",
                columns: new[] { "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PostingCertificate_PostingId",
                table: "PostingCertificate",
                column: "PostingId");

            migrationBuilder.CreateIndex(
                name: "IX_PostingReport_PostingId",
                table: "PostingReport",
                column: "PostingId");

            migrationBuilder.CreateIndex(
                name: "IX_PostingSkill_PostingId",
                table: "PostingSkill",
                column: "PostingId");

            migrationBuilder.CreateIndex(
                name: "IX_QrCard_PersonId",
                table: "QrCard",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_QrCard_TokenHash",
                table: "QrCard",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Quota_PostingId",
                table: "Quota",
                column: "PostingId");

            migrationBuilder.CreateIndex(
                name: "IX_Referral_EmployerId_State",
                table: "Referral",
                columns: new[] { "EmployerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_PersonId_PostingId",
                table: "Referral",
                columns: new[] { "PersonId", "PostingId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Referral_PostingId_State",
                table: "Referral",
                columns: new[] { "PostingId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Referral_State_AnswerDue",
                table: "Referral",
                columns: new[] { "State", "AnswerDue" });

            migrationBuilder.CreateIndex(
                name: "IX_ReferralMove_ReferralId",
                table: "ReferralMove",
                column: "ReferralId");

            migrationBuilder.CreateIndex(
                name: "IX_Region_ParentCode",
                table: "Region",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationRequest_SettlementId_AnsweredAt",
                table: "RegistrationRequest",
                columns: new[] { "SettlementId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SelfEmployment_SpellId",
                table: "SelfEmployment",
                column: "SpellId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecord_HouseholdId_On",
                table: "ServiceRecord",
                columns: new[] { "HouseholdId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_ServiceRecord_PersonId_On",
                table: "ServiceRecord",
                columns: new[] { "PersonId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Settlement_CountyCode_Name",
                table: "Settlement",
                columns: new[] { "CountyCode", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SettlementMonth_MonthCountId_SettlementId",
                table: "SettlementMonth",
                columns: new[] { "MonthCountId", "SettlementId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignInCode_PhoneHash_SentAt",
                table: "SignInCode",
                columns: new[] { "PhoneHash", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SmsMessage_SentAt",
                table: "SmsMessage",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_Station_CountyCode_Name",
                table: "Station",
                columns: new[] { "CountyCode", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StationSettlement_SettlementId",
                table: "StationSettlement",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecord_PersonId",
                table: "TrainingRecord",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_UnemploymentRegistration_PersonId_On",
                table: "UnemploymentRegistration",
                columns: new[] { "PersonId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_Worker_HouseholdId",
                table: "Worker",
                column: "HouseholdId");

            migrationBuilder.CreateIndex(
                name: "IX_Worker_SettlementId",
                table: "Worker",
                column: "SettlementId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkerMonth_MonthCountId_SettlementId",
                table: "WorkerMonth",
                columns: new[] { "MonthCountId", "SettlementId" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkerMonth_PersonId_Month",
                table: "WorkerMonth",
                columns: new[] { "PersonId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkerSkill_WorkerId",
                table: "WorkerSkill",
                column: "WorkerId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkExperience_WorkerId",
                table: "WorkExperience",
                column: "WorkerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaim");

            migrationBuilder.DropTable(
                name: "AccountGrant");

            migrationBuilder.DropTable(
                name: "AccountLogin");

            migrationBuilder.DropTable(
                name: "AccountPerson");

            migrationBuilder.DropTable(
                name: "AccountToken");

            migrationBuilder.DropTable(
                name: "AuditEntry");

            migrationBuilder.DropTable(
                name: "Case");

            migrationBuilder.DropTable(
                name: "Certificate");

            migrationBuilder.DropTable(
                name: "ChangeEvent");

            migrationBuilder.DropTable(
                name: "DatedRule");

            migrationBuilder.DropTable(
                name: "HardshipAssessment");

            migrationBuilder.DropTable(
                name: "HiddenFromEmployer");

            migrationBuilder.DropTable(
                name: "HouseholdMembership");

            migrationBuilder.DropTable(
                name: "JobRun");

            migrationBuilder.DropTable(
                name: "Notification");

            migrationBuilder.DropTable(
                name: "PostingCertificate");

            migrationBuilder.DropTable(
                name: "PostingReport");

            migrationBuilder.DropTable(
                name: "PostingSkill");

            migrationBuilder.DropTable(
                name: "ProjectionCursor");

            migrationBuilder.DropTable(
                name: "QrCard");

            migrationBuilder.DropTable(
                name: "Quota");

            migrationBuilder.DropTable(
                name: "ReferralMove");

            migrationBuilder.DropTable(
                name: "Region");

            migrationBuilder.DropTable(
                name: "RegistrationRequest");

            migrationBuilder.DropTable(
                name: "SelfEmployment");

            migrationBuilder.DropTable(
                name: "ServiceRecord");

            migrationBuilder.DropTable(
                name: "SettlementMonth");

            migrationBuilder.DropTable(
                name: "SignInCode");

            migrationBuilder.DropTable(
                name: "SmsMessage");

            migrationBuilder.DropTable(
                name: "StationSettlement");

            migrationBuilder.DropTable(
                name: "TrainingRecord");

            migrationBuilder.DropTable(
                name: "UnemploymentRegistration");

            migrationBuilder.DropTable(
                name: "WorkerMonth");

            migrationBuilder.DropTable(
                name: "WorkerSkill");

            migrationBuilder.DropTable(
                name: "WorkExperience");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "Referral");

            migrationBuilder.DropTable(
                name: "EmploymentSpell");

            migrationBuilder.DropTable(
                name: "Settlement");

            migrationBuilder.DropTable(
                name: "Station");

            migrationBuilder.DropTable(
                name: "MonthCount");

            migrationBuilder.DropTable(
                name: "Worker");

            migrationBuilder.DropTable(
                name: "Posting");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "Notice");

            migrationBuilder.DropTable(
                name: "Household");

            migrationBuilder.DropTable(
                name: "Employer");
        }
    }
}
