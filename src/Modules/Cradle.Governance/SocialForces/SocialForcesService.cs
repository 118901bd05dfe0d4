using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.SocialForces;

/// <summary>Projects of social organisations, their volunteers, and the hours that count.</summary>
public sealed class SocialForcesService(PlatformDbContext database, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const decimal HoursOfDay = 24;

    public async Task<Guid> AddProjectAsync(DivisionCode division, string organisation, string name, SocialFunction function, bool isWithChildren, CancellationToken cancellationToken = default)
    {
        var project = new ServiceProject { Id = NewId(), Division = division, Organisation = organisation, Name = name, Function = function, IsWithChildren = isWithChildren };
        await AddAsync(project, "registered", cancellationToken);
        return project.Id;
    }

    public async Task<Guid> AddVolunteerAsync(DivisionCode division, string registerNumber, DateOnly? checkedOn, CancellationToken cancellationToken = default)
    {
        var volunteer = new Volunteer { Id = NewId(), Division = division, RegisterNumber = registerNumber, CheckedOn = checkedOn };
        await AddAsync(volunteer, "registered", cancellationToken);
        return volunteer.Id;
    }

    /// <summary>Whether a volunteer may be sent to a project; to children only after a background check.</summary>
    public async Task<LedgerError?> MatchAsync(Guid projectId, Guid volunteerId, CancellationToken cancellationToken = default)
    {
        var project = await database.Set<ServiceProject>().FindAsync([projectId], cancellationToken);
        var volunteer = await database.Set<Volunteer>().FindAsync([volunteerId], cancellationToken);
        return project is null || volunteer is null ? new LedgerError.Missing()
            : project.IsWithChildren && volunteer.CheckedOn is null ? new LedgerError.Invalid("volunteer", Say("没有做过背景审查的志愿者不能派到儿童身边。", "Without a background check a volunteer is not sent to children."))
            : null;
    }

    /// <summary>Logs hours of a day; the same day of one volunteer in one project is logged once.</summary>
    public async Task<(Guid Hours, LedgerError? Error)> LogAsync(Guid projectId, Guid volunteerId, DateOnly day, decimal hours, CancellationToken cancellationToken = default)
    {
        if (await MatchAsync(projectId, volunteerId, cancellationToken) is { } error)
        {
            return (Guid.Empty, error);
        }

        if (hours is <= 0 or > HoursOfDay || day > ChinaTime.Today(time))
        {
            return (Guid.Empty, new LedgerError.Invalid("hours", Say("时长在 0 到 24 小时之间，日期不晚于今天。", "Log between 0 and 24 hours of a day that has come.")));
        }

        if (await database.Set<ServiceHours>().AnyAsync(other => other.ProjectId == projectId && other.VolunteerId == volunteerId && other.Day == day, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{day:yyyy-MM-dd}"));
        }

        var logged = new ServiceHours { Id = NewId(), ProjectId = projectId, VolunteerId = volunteerId, Day = day, Hours = hours };
        await AddAsync(logged, "logged", cancellationToken);
        return (logged.Id, null);
    }

    public async Task<LedgerError?> ConfirmAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ServiceHours>().SingleOrDefaultAsync(hours => hours.Id == id, cancellationToken) is not { } hours)
        {
            return new LedgerError.Missing();
        }

        hours.ConfirmedBy = process.Current.Actor.Id;
        audit.Record("confirmed", hours.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Confirmed hours of a place by function.</summary>
    public async Task<IReadOnlyDictionary<SocialFunction, decimal>> CountAsync(DivisionCode division, CancellationToken cancellationToken = default)
    {
        var rows = await (from hours in database.Set<ServiceHours>() join project in database.Set<ServiceProject>() on hours.ProjectId equals project.Id
                          where project.Division == division && hours.ConfirmedBy != null select new { project.Function, hours.Hours }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Function).ToDictionary(group => group.Key, group => group.Sum(row => row.Hours));
    }

    private async Task AddAsync<TEntity>(TEntity entity, string action, CancellationToken cancellationToken)
        where TEntity : class, IAudited
    {
        database.Add(entity);
        audit.Record(action, entity.AuditSubject);
        await database.SaveChangesAsync(cancellationToken);
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
