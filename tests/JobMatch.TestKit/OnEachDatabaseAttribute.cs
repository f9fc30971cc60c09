using System.Reflection;
using JobMatch.Data;
using Xunit.Sdk;

namespace JobMatch.TestKit;

/// <summary>
/// Runs a theory on SQLite and, where <c>JOBMATCH_TEST_POSTGRESQL</c> names a server, on PostgreSQL. The whole test run always names one;
/// the fast run leaves it out and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEachDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [DatabaseProvider.Sqlite];
        if (TestCounty.PostgreSqlServer is not null) yield return [DatabaseProvider.PostgreSql];
    }
}
