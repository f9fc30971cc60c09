using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: Xunit.TestFramework("JobMatch.Search.Tests.Elasticsearch.SkippingFramework", "JobMatch.Search.Tests")]

namespace JobMatch.Search.Tests.Elasticsearch;

/// <summary>Every test of the class is skipped, with a word on how to run it, when there is no server to run it on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsElasticsearchAttribute : Attribute
{
    /// <summary>The test starts, stops and breaks servers of its own.</summary>
    public bool OfItsOwn { get; init; }

    public string? SkipReason => OfItsOwn switch
    {
        true when TestServers.Home is null => "Give the folder of an Elasticsearch in JOBMATCH_ELASTICSEARCH_HOME (bin/start.sh, bin/stop.sh): this test breaks servers of its own.",
        false when TestServers.Shared is null => "Give the address of a running Elasticsearch in JOBMATCH_TEST_ELASTICSEARCH, or run scripts/test with JOBMATCH_ELASTICSEARCH_HOME.",
        _ => null,
    };
}

/// <summary>xunit 2 cannot skip a test at run time, nor one that a class inherits: here a whole class is, before it runs.</summary>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) => new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages) : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override void RunTestCases(IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases([.. testCases.Select(Skipped)], executionMessageSink, executionOptions);

        private IXunitTestCase Skipped(IXunitTestCase test)
        {
            var needs = test.TestMethod.TestClass.Class.ToRuntimeType().GetCustomAttribute<NeedsElasticsearchAttribute>();
            return needs?.SkipReason is { } reason ? new SkippedTestCase(DiagnosticMessageSink, test, reason) : test;
        }
    }

    private sealed class SkippedTestCase : XunitTestCase
    {
        private readonly string _reason = "";

        [Obsolete("Only for the serializer.")]
        public SkippedTestCase()
        {
        }

        public SkippedTestCase(IMessageSink messages, IXunitTestCase test, string reason)
            : base(messages, Xunit.Sdk.TestMethodDisplay.ClassAndMethod, Xunit.Sdk.TestMethodDisplayOptions.None, test.TestMethod, test.TestMethodArguments) => _reason = reason;

        protected override string GetSkipReason(IAttributeInfo factAttribute) => _reason;
    }
}
