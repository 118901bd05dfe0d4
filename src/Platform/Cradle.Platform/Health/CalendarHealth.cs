using Cradle.Primitives;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cradle.Platform.Health;

/// <summary>
/// The statutory calendar reaches far enough: time limits in working days cannot be told in a year whose holidays are not announced, and
/// nobody invents them. Said while there is time to put the new year on file.
/// </summary>
internal sealed class CalendarHealth(WorkCalendar calendar, TimeProvider time) : IHealthCheck
{
    private const int MonthsAhead = 2;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var needed = ChinaTime.Today(time).AddMonths(MonthsAhead).Year;
        return Task.FromResult(calendar.IsConfirmed(needed) is not null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"The work calendar has no {needed}: add the days that the State Council announces to data/calendar/work-calendar.csv."));
    }
}
