using System.Diagnostics;
using Cradle.Platform.Telemetry;

namespace Cradle.Modules.Tests.Births;

/// <summary>One trace from a family's request to the department that is asked for the paper.</summary>
public abstract class TraceTests(PostgreSqlServer? server) : CaseSuite(server)
{
    [Fact]
    public async Task A_request_to_a_department_carries_the_trace_of_the_form_that_was_sent()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Measures.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start();
        await SubmitAsync(Form());
        request.Stop();
        Activity.Current = null;
        await DeliverAsync();
        Assert.Contains(Department.Traces, trace => trace?.Contains(request.TraceId.ToHexString(), StringComparison.Ordinal) == true);
    }
}

public sealed class SqliteTraceTests() : TraceTests(null);

public sealed class PostgreSqlTraceTests(PostgreSqlServer server) : TraceTests(server);
