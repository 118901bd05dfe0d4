using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Access;
using Cradle.Platform.Files;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Platform.Web.Binding;
using Cradle.Platform.Web.Files;
using Cradle.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Governance.Access;

/// <summary>A page about one place: the one in the address, where the role reaches it, else the place of the role.</summary>
[RequestFormLimits(MultipartBodyLengthLimit = FormBytes)]
[TakeOnce]
public abstract class LedgerPage(SignedIn signedIn, HeldRoleText places) : PageModel
{
    // several files of the largest kind, below what the server takes of one request
    private const int FormBytes = 24 << 20;

    private UnitDirectory? directory;
    private DateOnly today;

    [BindProperty(SupportsGet = true, Name = "division")]
    public string? DivisionText { get; set; }

    /// <summary>Files that come with a form.</summary>
    [BindProperty]
    public List<IFormFile> Papers { get; set; } = [];

    /// <summary>The place the page shows.</summary>
    public DivisionCode Division { get; private set; }

    /// <summary>What was written one a line.</summary>
    public static string[] LinesOf(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string PlaceName => places.PlaceOf(Division);

    /// <summary>Who this is, as the log knows it.</summary>
    protected string Me => signedIn.Account?.Id.ToString("N") ?? "";

    /// <summary>The fields of the page's forms that give a reason; a form holds one of them. None where each row of a list has a field of its own.</summary>
    protected virtual IReadOnlyList<string> ReasonFields => ["Reason", "Finding", "Remark", "Text"];

    /// <summary>Names of other places.</summary>
    protected HeldRoleText Places => places;

    /// <summary>The unit whose officer this is; null for the office of a place.</summary>
    public string? OwnUnit { get; private set; }

    /// <summary>The names under which stands what the officer's unit does, its former ones too; null for the office of a place.</summary>
    protected IReadOnlyList<string>? OwnNames => OwnUnit is { } own ? directory?.NamesOf(own, today) ?? [own] : null;

    /// <summary>The name under which this actor speaks for a unit: its own, or that of the unit it became; null for whoever speaks for neither.</summary>
    public string? SpeakerOf(string unit) => (directory?.ActingFor(unit, today) ?? [unit]).FirstOrDefault(name => May(GovernancePermissions.Report, name));

    /// <summary>Whether this is for the actor's eyes: everything of the place for its office, for a unit's officer what stands under a name of the unit.</summary>
    protected bool IsOwn(string? unit) => OwnNames is not { } own || (unit is not null && own.Contains(unit));

    /// <summary>Whether a task opens for this actor: for the office of the place every one, for a unit's officer what the unit owes.</summary>
    public bool Opens(KeyTask task) => OwnNames is null || task.Assignments.Exists(assignment => IsOwn(assignment.Unit));

    /// <summary>Whether the office of the place may do something; with a unit, whether something may be done for that unit.</summary>
    public bool May(string permission, string? unit = null) => signedIn.Authority.Covers(permission, Division, unit);

    /// <summary>What this actor can do with something in its present state, in the order of the table: a step that would be refused whatever is typed is not among them.</summary>
    /// <param name="table">The lifecycle.</param>
    /// <param name="entity">What is moved.</param>
    /// <param name="unitOf">The unit on whose behalf a step is taken, where it is a unit's.</param>
    public IReadOnlyList<TAction> Possible<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> table, TEntity entity, Func<TAction, string?>? unitOf = null)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
        where TAction : struct, Enum => [.. table.ActionsIn(entity.State).Where(action => BarOf(table, entity, action, unitOf) is null)];

    /// <summary>The steps that this actor's role would allow and that would be refused now all the same, each by its name and with the reason.</summary>
    public IReadOnlyList<(Words Step, Words Why)> Barred<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> table, TEntity entity, Func<TAction, Words> nameOf, Func<TAction, string?>? unitOf = null)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
        where TAction : struct, Enum =>
    [
        .. table.ActionsIn(entity.State).Select(action => (Step: action, Why: BarOf(table, entity, action, unitOf))).Where(pair => pair.Why is MoveError.SamePerson or MoveError.Refused)
            .Select(pair => (nameOf(pair.Step), LedgerWords.Of(new LedgerError.Move(pair.Why!)))),
    ];

    /// <summary>Whether the page may show the place; sets it.</summary>
    protected bool Enter(string permission)
    {
        var roles = signedIn.Authority.RolesGiving(permission);
        if (DivisionText is { Length: > 0 } text)
        {
            return DivisionCode.TryParse(text, out var asked) && Enter(roles.FirstOrDefault(role => role.Division.Contains(asked)), asked);
        }

        return Enter(roles.Count > 0 ? roles[0] : null, roles.Count > 0 ? roles[0].Division : default);
    }

    /// <summary>The same for something that lies in a place.</summary>
    protected bool Enter(string permission, DivisionCode division)
    {
        DivisionText = division.ToString();
        return Enter(permission);
    }

    /// <summary>Lets the page know the units of its place, so that what stands under a former name of a unit is found under the present one.</summary>
    protected void Know(UnitDirectory units, DateOnly on) => (directory, today) = (units, on);

    /// <summary>Acts with the files of the form, once each of them has been looked at.</summary>
    protected async Task<LedgerError?> WithPapersAsync(Func<IReadOnlyList<Upload>, Task<LedgerError?>> act, CancellationToken stop)
    {
        var (files, error) = await ReadPapersAsync(stop);
        return error ?? await act(files);
    }

    /// <summary>The files of the form, or what is wrong with the first that can't be taken.</summary>
    protected async Task<(IReadOnlyList<Upload> Files, LedgerError? Error)> ReadPapersAsync(CancellationToken stop)
    {
        var files = new List<Upload>();
        foreach (var paper in Papers)
        {
            var (upload, error) = await UploadRule.Evidence.ReadAsync(paper, stop);
            if (upload is null)
            {
                return ([], new LedgerError.Invalid(nameof(Papers), FileWords.Of(error!)));
            }

            files.Add(upload);
        }

        return (files, null);
    }

    /// <summary>Says on the page what could not be done, at the field it is about where the page has that.</summary>
    protected void Tell(LedgerError? error)
    {
        if (error is not null)
        {
            ModelState.AddModelError(error switch
            {
                LedgerError.Invalid invalid => FieldOf(invalid),
                LedgerError.UnknownUnit(var unit, _) => Bound().FirstOrDefault(field => Holds(field.Value, unit)).Field ?? "",
                LedgerError.Move(MoveError.ReasonMissing) => ReasonFields.FirstOrDefault(field => Request.HasFormContentType && Request.Form.ContainsKey(field)) ?? "",
                _ => "",
            }, LedgerWords.Of(error).ToString());
        }
    }

    // the field that holds what was refused, of several rows the row; else the one of that name
    private string FieldOf(LedgerError.Invalid error)
    {
        var named = MetadataProvider.GetMetadataForType(GetType()).Properties.Any(property => property.PropertyName == error.Field.Split('[')[0]) ? error.Field : null;
        return Bound().FirstOrDefault(field => (named is null || field.Property == named) && Holds(field.Value, error.Value)).Field ?? named ?? "";
    }

    private IEnumerable<(string Field, string Property, object? Value)> Bound() => GetType().GetProperties().Where(property => property.IsDefined(typeof(BindPropertyAttribute), inherit: true))
        .SelectMany(property => property.GetValue(this) is System.Collections.IList rows
            ? rows.Cast<object?>().Select((row, at) => ($"{property.Name}[{at}]", property.Name, row))
            : [(property.Name, property.Name, property.GetValue(this))]);

    private static bool Holds(object? entered, object? refused) => entered is string text ? refused is string kept && string.Equals(text.Trim(), kept, StringComparison.Ordinal) : refused?.Equals(entered) == true;

    private MoveError? BarOf<TEntity, TState, TAction>(Lifecycle<TEntity, TState, TAction> table, TEntity entity, TAction action, Func<TAction, string?>? unitOf)
        where TEntity : Tracked<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        entity.ActingUnit = unitOf?.Invoke(action);
        return LifecycleMover.Bar(table.Find(entity.State, action)!, entity, signedIn.Authority, Me);
    }

    private bool Enter(HeldRole? role, DivisionCode division)
    {
        (Division, OwnUnit) = (division, role?.Unit);
        return role is not null;
    }
}

/// <summary>A page that reads something and lets somebody act on it: what is refused is said on the page, what is done leads on.</summary>
public abstract class WorkPage(SignedIn signedIn, HeldRoleText places) : LedgerPage(signedIn, places)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    /// <summary>Reads what the page shows; false where the actor's roles do not reach it.</summary>
    protected abstract Task<bool> LoadAsync(CancellationToken stop);

    /// <summary>Acts once the page may be shown.</summary>
    /// <param name="act">What is done; an error leaves everything as it was.</param>
    /// <param name="next">Where to go on, by path.</param>
    /// <param name="stop">Stops waiting.</param>
    protected Task<IActionResult> DoAsync(Func<Task<LedgerError?>> act, string next, CancellationToken stop) => DoAsync(async () => (next, await act()), stop);

    /// <summary>The same where the next page is of the place, which is known once the page may be shown.</summary>
    protected Task<IActionResult> DoAsync(Func<Task<LedgerError?>> act, Func<string> next, CancellationToken stop) => DoAsync(async () =>
    {
        var error = await act();
        return (next(), error);
    }, stop);

    /// <summary>The same where the next page is known only afterwards.</summary>
    protected async Task<IActionResult> DoAsync(Func<Task<(string Next, LedgerError? Error)>> act, CancellationToken stop)
    {
        if (!await LoadAsync(stop))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();   // what cannot be read is said at its field: it is not as if it had been left empty
        }

        var (next, error) = await act();
        if (error is null)
        {
            return Redirect("~/" + next);
        }

        Tell(error);
        return await LoadAsync(stop) ? Page() : NotFound();
    }
}
