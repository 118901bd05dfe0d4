using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.SocialForces;

/// <summary>A project as it is registered.</summary>
public sealed record ProjectInput(string Organisation, string Name, SocialFunction? Function, bool IsWithChildren);

/// <summary>Projects of social organisations, their volunteers, the hours that count, and what is asked of them. The office of a place keeps them; an organisation with an officer of its own keeps its own.</summary>
public sealed class SocialForcesService(PlatformDbContext database, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const decimal HoursOfDay = 24;

    private DateOnly Today => ChinaTime.Today(time);

    public async Task<(Guid Project, LedgerError? Error)> AddProjectAsync(DivisionCode division, ProjectInput input, CancellationToken cancellationToken = default)
    {
        if (!MayKeep(division, input.Organisation))
        {
            return (Guid.Empty, Forbidden);
        }

        if (IsMissing(input.Organisation) || IsMissing(input.Name) || input.Function is not { } function)
        {
            return (Guid.Empty, IsMissing(input.Organisation) ? NameIt("Organisation") : IsMissing(input.Name) ? NameIt("Name") : new LedgerError.Invalid("Function", Say("请选一类职能。", "Choose one of the functions.")));
        }

        if (await database.Set<ServiceProject>().AnyAsync(other => other.Division == division && other.Organisation == input.Organisation && other.Name == input.Name, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled(input.Name));
        }

        var project = new ServiceProject { Id = NewId(), Division = division, Organisation = input.Organisation, Name = input.Name, Function = function, IsWithChildren = input.IsWithChildren };
        return await AddAsync(project, "registered", cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (project.Id, null);
    }

    public async Task<(Guid Volunteer, LedgerError? Error)> AddVolunteerAsync(DivisionCode division, string registerNumber, DateOnly? checkedOn, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, Forbidden);
        }

        if (string.IsNullOrWhiteSpace(registerNumber) || registerNumber.Length > TrackedMapping.WordLength || ResidentId.TryParse(registerNumber, out _))
        {
            return (Guid.Empty, new LedgerError.Invalid("RegisterNumber", Say("请填志愿者系统的编号，不要填身份证号。", "Enter the number of the volunteers' register, not an identity number.")));
        }

        if (checkedOn > Today)
        {
            return (Guid.Empty, new LedgerError.Invalid("CheckedOn", Say("审查日期不能晚于今天。", "A check is not of a day to come.")));
        }

        if (await database.Set<Volunteer>().AnyAsync(other => other.RegisterNumber == registerNumber, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled(registerNumber));
        }

        var volunteer = new Volunteer { Id = NewId(), Division = division, RegisterNumber = registerNumber, CheckedOn = checkedOn };
        return await AddAsync(volunteer, "registered", cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (volunteer.Id, null);
    }

    /// <summary>Notes a background check that was made.</summary>
    public async Task<LedgerError?> NoteCheckAsync(Guid id, DateOnly checkedOn, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Volunteer>().SingleOrDefaultAsync(volunteer => volunteer.Id == id, cancellationToken) is not { } volunteer)
        {
            return new LedgerError.Missing();
        }

        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, volunteer.Division) || checkedOn > Today)
        {
            return checkedOn > Today ? new LedgerError.Invalid("CheckedOn", Say("审查日期不能晚于今天。", "A check is not of a day to come.")) : Forbidden;
        }

        volunteer.CheckedOn = checkedOn;
        return await NoteAsync(volunteer, "background-checked", cancellationToken);
    }

    /// <summary>Sends a volunteer to a project; to children only after a background check.</summary>
    public async Task<LedgerError?> MatchAsync(Guid projectId, Guid volunteerId, CancellationToken cancellationToken = default)
    {
        var (project, error) = await OpenProjectAsync(projectId, cancellationToken);
        if (project is null || error is not null)
        {
            return error;
        }

        if (await database.Set<Volunteer>().SingleOrDefaultAsync(volunteer => volunteer.Id == volunteerId, cancellationToken) is not { } volunteer || !IsNear(project, volunteer))
        {
            return new LedgerError.Missing();
        }

        if (!project.Takes(volunteer))
        {
            return new LedgerError.Invalid("Volunteer", Say("没有做过背景审查的志愿者不能派到儿童身边。", "Without a background check a volunteer is not sent to children."));
        }

        if (await database.Set<ServiceMatch>().AnyAsync(match => match.ProjectId == projectId && match.VolunteerId == volunteerId, cancellationToken))
        {
            return new LedgerError.Doubled(volunteer.RegisterNumber);
        }

        database.Add(new ServiceMatch { ProjectId = projectId, VolunteerId = volunteerId, From = Today });
        return await NoteAsync(project, "volunteer-sent", cancellationToken);
    }

    /// <summary>Logs hours of a day; the same day of one volunteer in one project is logged once.</summary>
    public async Task<(Guid Hours, LedgerError? Error)> LogAsync(Guid projectId, Guid volunteerId, DateOnly day, decimal hours, CancellationToken cancellationToken = default)
    {
        if ((await OpenProjectAsync(projectId, cancellationToken)).Error is { } error)
        {
            return (Guid.Empty, error);
        }

        if (!await database.Set<ServiceMatch>().AnyAsync(match => match.ProjectId == projectId && match.VolunteerId == volunteerId, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Invalid("Volunteer", Say("请先把志愿者安排到这个项目。", "Send the volunteer to this project first.")));
        }

        if (hours is <= 0 or > HoursOfDay || day > Today)
        {
            return (Guid.Empty, new LedgerError.Invalid("Hours", Say("时长在 0 到 24 小时之间，日期不晚于今天。", "Log between 0 and 24 hours of a day that has come.")));
        }

        if (await database.Set<ServiceHours>().AnyAsync(other => other.ProjectId == projectId && other.VolunteerId == volunteerId && other.Day == day, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{day:yyyy-MM-dd}"));
        }

        var elsewhere = (await database.Set<ServiceHours>().Where(other => other.VolunteerId == volunteerId && other.Day == day).Select(other => other.Hours).ToListAsync(cancellationToken)).Sum();
        if (elsewhere + hours > HoursOfDay)
        {
            return (Guid.Empty, new LedgerError.Invalid("Hours", Say($"{day:yyyy-MM-dd} 这一天在别的项目已记 {elsewhere:0.##} 小时，加起来超过 24 小时。", $"{elsewhere:0.##} hours of {day:yyyy-MM-dd} are logged at other projects already; with these it is more than a day.")));
        }

        var logged = new ServiceHours { Id = NewId(), ProjectId = projectId, VolunteerId = volunteerId, Day = day, Hours = hours, LoggedBy = process.Current.Actor.Id };
        return await AddAsync(logged, "logged", cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (logged.Id, null);
    }

    /// <summary>Confirms hours; somebody other than who logged them.</summary>
    public async Task<LedgerError?> ConfirmAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ServiceHours>().SingleOrDefaultAsync(hours => hours.Id == id, cancellationToken) is not { } hours
            || await database.Set<ServiceProject>().SingleOrDefaultAsync(project => project.Id == hours.ProjectId, cancellationToken) is not { } project)
        {
            return new LedgerError.Missing();
        }

        if (!MayKeep(project.Division, project.Organisation) && !process.Current.Authority.Covers(GovernancePermissions.Check, project.Division))
        {
            return Forbidden;
        }

        if (hours.LoggedBy == process.Current.Actor.Id)
        {
            return new LedgerError.Invalid("", Say("时长要由登记人以外的人确认。", "Hours are confirmed by somebody other than who logged them."));
        }

        hours.ConfirmedBy ??= process.Current.Actor.Id;
        return await NoteAsync(hours, "confirmed", cancellationToken);
    }

    /// <summary>Says what came of a project, which ends it; somebody who checks, and only of one that served.</summary>
    public async Task<LedgerError?> EvaluateAsync(Guid id, string finding, CancellationToken cancellationToken = default)
    {
        if (await database.Set<ServiceProject>().SingleOrDefaultAsync(project => project.Id == id, cancellationToken) is not { } project)
        {
            return new LedgerError.Missing();
        }

        if (!process.Current.Authority.Covers(GovernancePermissions.Check, project.Division) || project.EvaluatedOn is not null)
        {
            return project.EvaluatedOn is not null ? new LedgerError.Doubled(project.Name) : new LedgerError.Forbidden(GovernancePermissions.Check);
        }

        if (string.IsNullOrWhiteSpace(finding) || !await database.Set<ServiceHours>().AnyAsync(hours => hours.ProjectId == id && hours.ConfirmedBy != null, cancellationToken))
        {
            return new LedgerError.Invalid("Finding", string.IsNullOrWhiteSpace(finding) ? Say("请写评估。", "Write the evaluation.") : Say("还没有确认过的时长，不能评估。", "No hours are confirmed yet, so there is nothing to evaluate."));
        }

        (project.Evaluation, project.EvaluatedOn) = (finding.Trim(), Today);
        return await NoteAsync(project, "evaluated", cancellationToken);
    }

    /// <summary>Asks for help.</summary>
    public async Task<(Guid Request, LedgerError? Error)> AskAsync(DivisionCode division, SocialFunction? function, string what, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Ask, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Ask));
        }

        if (function is not { } kind || string.IsNullOrWhiteSpace(what) || what.Length > TrackedMapping.TextLength)
        {
            return (Guid.Empty, function is null ? new LedgerError.Invalid("Function", Say("请选一类职能。", "Choose one of the functions.")) : new LedgerError.Invalid("What", Say("请写需要什么。", "Write what is needed.")));
        }

        var request = new HelpRequest { Id = NewId(), Division = division, Function = kind, What = what.Trim(), AskedOn = Today };
        return await AddAsync(request, "asked", cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (request.Id, null);
    }

    /// <summary>Gives what was asked to a project of the same function and of the place or one above it, or says that it is done.</summary>
    public async Task<LedgerError?> HelpAsync(Guid id, Guid? projectId, CancellationToken cancellationToken = default)
    {
        if (await database.Set<HelpRequest>().SingleOrDefaultAsync(request => request.Id == id, cancellationToken) is not { DoneOn: null } request)
        {
            return new LedgerError.Missing();
        }

        if (projectId is null)
        {
            if (request.ProjectId is null || !process.Current.Authority.Covers(GovernancePermissions.Ask, request.Division))
            {
                return request.ProjectId is null ? new LedgerError.Invalid("", Say("先安排项目，再办结。", "Find a project for it first.")) : new LedgerError.Forbidden(GovernancePermissions.Ask);
            }

            request.DoneOn = Today;
            return await NoteAsync(request, "done", cancellationToken);
        }

        var (project, error) = await OpenProjectAsync(projectId.Value, cancellationToken);
        if (project is null || error is not null)
        {
            return error;
        }

        if (project.Function != request.Function || !project.Division.Contains(request.Division))
        {
            return new LedgerError.Invalid("Project", Say("请选职能相同、服务这个地方的项目。", "Choose a project of the same function that serves the place."));
        }

        request.ProjectId = projectId;
        return await NoteAsync(request, "project-found", cancellationToken);
    }

    /// <summary>Confirmed hours of a place and everything below it by function.</summary>
    public async Task<IReadOnlyDictionary<SocialFunction, decimal>> CountAsync(DivisionCode division, CancellationToken cancellationToken = default)
    {
        var rows = await (from hours in database.Set<ServiceHours>() join project in database.Set<ServiceProject>() on hours.ProjectId equals project.Id
                          where project.Division >= division && project.Division <= division.LastWithin && hours.ConfirmedBy != null select new { project.Function, hours.Hours }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.Function).ToDictionary(group => group.Key, group => group.Sum(row => row.Hours));
    }

    private static LedgerError Forbidden => new LedgerError.Forbidden(GovernancePermissions.Compile);

    private static bool IsMissing(string text) => string.IsNullOrWhiteSpace(text) || text.Length > TrackedMapping.NameLength;

    private static LedgerError.Invalid NameIt(string field) => new(field, Say($"请填写，1 到 {TrackedMapping.NameLength} 字。", $"Fill this in, in 1 to {TrackedMapping.NameLength} characters."));

    private static bool IsNear(ServiceProject project, Volunteer volunteer) => project.Division.Contains(volunteer.Division) || volunteer.Division.Contains(project.Division);

    private bool MayKeep(DivisionCode division, string organisation) =>
        process.Current.Authority.Covers(GovernancePermissions.Compile, division) || process.Current.Authority.Covers(GovernancePermissions.Report, division, organisation);

    private async Task<(ServiceProject? Project, LedgerError? Error)> OpenProjectAsync(Guid id, CancellationToken cancellationToken)
    {
        var project = await database.Set<ServiceProject>().SingleOrDefaultAsync(project => project.Id == id, cancellationToken);
        LedgerError? error = project is null ? new LedgerError.Missing()
            : !MayKeep(project.Division, project.Organisation) ? Forbidden
            : project.EvaluatedOn is not null ? new LedgerError.Invalid("", Say("项目已经评估，不再登记。", "The project was evaluated; nothing is logged any more."))
            : null;
        return (project, error);
    }

    private Task<LedgerError?> AddAsync<TEntity>(TEntity entity, string action, CancellationToken cancellationToken)
        where TEntity : class, IAudited
    {
        database.Add(entity);
        return NoteAsync(entity, action, cancellationToken);
    }

    private async Task<LedgerError?> NoteAsync(IAudited entity, string action, CancellationToken cancellationToken)
    {
        audit.Record(action, entity.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
