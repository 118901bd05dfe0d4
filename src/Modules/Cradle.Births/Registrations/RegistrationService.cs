using System.Text.Json;
using Cradle.Births.Cases;
using Cradle.Births.Items;
using Cradle.Births.Prints;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Submissions;
using Cradle.Platform.Tables;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Cradle.Births.Registrations;

/// <summary>Registers pregnancies and births, wherever they are filed, and keeps what follows.</summary>
public sealed class RegistrationService(
    PlatformDbContext database, SubmitOnce submissions, ProcessScope process, AuditTrail audit, LifecycleMover mover, FieldVault vault, PrintRegister prints, IOptions<ItemOptions> options, PlaceCheck places, TimeProvider time)
{
    public const string Kind = "births.registration";

    // Two births of one mother lie further apart; the day that is expected and the day of birth do not.
    private const int MonthsBetween = 5;
    private const int Tries = 3;

    private Actor Actor => process.Current.Actor;

    private bool IsAtCounter => Actor.Kind != ActorKind.Citizen;

    /// <summary>Everything that is wrong with a declaration.</summary>
    public IReadOnlyList<FormProblem> Problems(RegistrationForm form) => [.. RegistrationCheck.Problems(form, ChinaTime.Today(time), IsAtCounter), .. places.Problems(form)];

    /// <summary>
    /// Registers a declaration. One of the same pregnancy, filed anywhere, is found and no second made: a counter, which has seen the identity paper, is given it; to anybody else
    /// than who filed it nothing of it is told, for an identity number is no secret and with the registration's own number it could be taken over.
    /// </summary>
    /// <param name="key">Made with the form; the same form sent again finds the first registration.</param>
    /// <param name="form">The declaration.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(ChildbearingRegistration? Registration, CaseError? Error)> SubmitAsync(Guid key, RegistrationForm form, CancellationToken cancellationToken)
    {
        if (Problems(form) is { Count: > 0 } problems)
            return (null, new CaseError.Form(problems));
        var own = submissions.KeyOf(key, Kind, Text(form));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (receipt, _) = await submissions.TakeAsync(own, Kind, async stop => await SameAsync(form, null, stop) is { } same ? Found(same) : Open(form), cancellationToken);
                var made = await database.Set<ChildbearingRegistration>().AsNoTracking().SingleAsync(row => row.Id == receipt.SubjectId, cancellationToken);
                return IsAtCounter || IsOwn(made) ? (made, null) : (null, new CaseError.OnRecord());
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                database.Forget();   // the same pregnancy was filed at the same moment; the next look finds it
            }
        }
    }

    /// <summary>Adds one of several that a worker files together; one of the same pregnancy is found and no second made. It adds, and does not save.</summary>
    public async Task<RowAnswer> AddAsync(RegistrationForm form, CancellationToken cancellationToken) =>
        Problems(form) is { Count: > 0 } problems ? RowAnswer.Refused(string.Concat(problems.Select(problem => problem.Reason.Zh)), string.Join(' ', problems.Select(problem => problem.Reason.En)))
            : RowAnswer.Made((await SameAsync(form, null, cancellationToken))?.Id ?? Open(form));

    /// <summary>One of the person's own, or one that he or she filed at a counter; null for any other.</summary>
    public async Task<ChildbearingRegistration?> OwnAsync(Guid id, CancellationToken cancellationToken) =>
        await database.FindAsync<ChildbearingRegistration>([id], cancellationToken) is { } own && IsOwn(own) ? own : null;

    /// <summary>One that belongs to, was filed in, or is asked of the officer's divisions; null for any other.</summary>
    public async Task<ChildbearingRegistration?> InScopeAsync(Guid id, string permission, CancellationToken cancellationToken)
    {
        var authority = process.Current.Authority;
        if (await database.FindAsync<ChildbearingRegistration>([id], cancellationToken) is not { } found)
            return null;
        return authority.Covers(permission, found.Division) || authority.Covers(permission, found.FiledAt) || (await QueriesAsync(id, cancellationToken)).Exists(query => authority.Covers(permission, query.Division)) ? found : null;
    }

    public Task<List<PlaceQuery>> QueriesAsync(Guid id, CancellationToken cancellationToken) =>
        database.Set<PlaceQuery>().Where(query => query.RegistrationId == id).OrderBy(query => query.Id).ToListAsync(cancellationToken);

    public RegistrationForm Read(ChildbearingRegistration registration) =>
        JsonSerializer.Deserialize<RegistrationForm>(vault.Open(ChildbearingRegistration.FormField, registration.Id, registration.Form), ProtectedForms.Json)!;

    /// <summary>Amends a registration that stands, or corrects one that was sent back.</summary>
    public async Task<CaseError?> AmendAsync(Guid id, RegistrationForm form, int version, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } own)
            return new CaseError.Missing();
        if (Problems(form) is { Count: > 0 } problems)
            return new CaseError.Form(problems);
        if (await SameAsync(form, id, cancellationToken) is not null)
            return new CaseError.AlreadyRegistered();
        var isCorrection = own.State == RegistrationState.NeedsCorrection;
        if (mover.Move(ChildbearingRegistrationLifecycle.Table, own, isCorrection ? RegistrationAction.Correct : RegistrationAction.Amend, version) is { } why)
            return Not(why);
        Keep(own, form);
        await prints.EndAsync(id, BirthPrints.Certificate, cancellationToken);
        own.Reason = null;
        if (isCorrection)
            Decide(own, form);
        Ask(own, form, await QueriesAsync(id, cancellationToken));
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    /// <summary>Cancels one's own; what it opened is taken back.</summary>
    public async Task<CaseError?> CancelAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is not { } own)
            return new CaseError.Missing();
        if (mover.Move(ChildbearingRegistrationLifecycle.Table, own, RegistrationAction.Cancel, version) is { } why)
            return Not(why);
        (own.Stands, own.Reason) = (false, null);
        await prints.EndAsync(id, BirthPrints.Certificate, cancellationToken);
        database.RemoveRange(await database.Set<Newborns.EntitlementOffer>().Where(offer => offer.About == id).ToListAsync(cancellationToken));
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    /// <summary>An officer has compared the identity paper: it is confirmed, or sent back with what to correct.</summary>
    public async Task<CaseError?> DecideAsync(Guid id, RegistrationAction action, int version, string? reason, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(reason) is { } refused)
            return refused;
        if (await InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } found || action is not (RegistrationAction.Confirm or RegistrationAction.AskCorrection))
            return new CaseError.Missing();
        if (mover.Move(ChildbearingRegistrationLifecycle.Table, found, action, version, reason) is { } why)
            return Not(why);
        found.Reason = action == RegistrationAction.AskCorrection ? reason : null;
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    /// <summary>The place that was asked answers.</summary>
    public async Task<CaseError?> AnswerAsync(Guid query, PlaceQueryAction action, int version, string? answer, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(answer) is { } refused)
            return refused;
        if (await database.FindAsync<PlaceQuery>([query], cancellationToken) is not { } asked || !process.Current.Authority.Covers(BirthsModule.Decide, asked.Division))
            return new CaseError.Missing();
        if (mover.Move(PlaceQueryLifecycle.Table, asked, action, version, answer) is { } why)
            return Not(why);
        asked.Answer = answer;
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    /// <summary>Writes down what was advised.</summary>
    public async Task<CaseError?> NoteAsync(Guid id, ConsultationChannel channel, string? note, CancellationToken cancellationToken)
    {
        if (FreeText.Problem("note", note) is { } number)
            return new CaseError.Form([number]);
        if (await InScopeAsync(id, BirthsModule.Read, cancellationToken) is not { } found)
            return new CaseError.Missing();
        if (string.IsNullOrWhiteSpace(note) || note.Length > Consultation.TextLength)
            return new CaseError.Form([new FormProblem("note", "note", new("写下咨询了什么、怎么答的。", "Write what was asked and what was answered."), new($"最多 {Consultation.TextLength} 字。", $"At most {Consultation.TextLength} signs."))]);
        var noted = Guid.CreateVersion7(time.GetUtcNow());
        var consultation = new Consultation
        {
            Id = noted, RegistrationId = id, Division = found.Division, Channel = channel, Note = vault.Seal(Consultation.NoteField, noted, note.Trim()), By = Actor.Id, At = time.GetUtcNow(),
        };
        database.Add(consultation);
        audit.Record("noted", consultation.AuditSubject, detail: new { found.Number, channel = channel.ToString() });
        return await database.SaveOrSayAsync(cancellationToken, new CaseError.AlreadyRegistered());
    }

    /// <summary>The notes of a registration, oldest first.</summary>
    public async Task<IReadOnlyList<(Consultation Consultation, string Note)>> NotesAsync(Guid id, CancellationToken cancellationToken) =>
        [.. (await database.Set<Consultation>().AsNoTracking().Where(note => note.RegistrationId == id).OrderBy(note => note.Id).ToListAsync(cancellationToken)).Select(note => (note, vault.Open(Consultation.NoteField, note.Id, note.Note)))];

    /// <summary>The registration that stands for a mother's pregnancy or birth around a day; null where there is none.</summary>
    public Task<ChildbearingRegistration?> StandingAsync(string mother, DateOnly day, Guid? but, CancellationToken cancellationToken) =>
        OfPregnancy(mother, day).FirstOrDefaultAsync(row => row.Stands && row.Id != but, cancellationToken);

    /// <summary>The registration that a loss around a day closed; null where there is none, or another stands by now.</summary>
    public async Task<ChildbearingRegistration?> LostAsync(string mother, DateOnly day, CancellationToken cancellationToken)
    {
        if (await StandingAsync(mother, day, null, cancellationToken) is not null)
            return null;
        return await OfPregnancy(mother, day).FirstOrDefaultAsync(row => row.LostOn != null, cancellationToken);
    }

    private IQueryable<ChildbearingRegistration> OfPregnancy(string mother, DateOnly day)
    {
        var (indexes, first, last) = (vault.IndexesOf(ChildbearingRegistration.MotherField, mother), day.AddMonths(-MonthsBetween), day.AddMonths(MonthsBetween));
        return database.Set<ChildbearingRegistration>().Where(row => indexes.Contains(row.MotherIndex) && row.ChildDate > first && row.ChildDate < last);
    }

    private Task<ChildbearingRegistration?> SameAsync(RegistrationForm form, Guid? but, CancellationToken cancellationToken) => StandingAsync(form.Mother.IdNumber, form.ChildDate, but, cancellationToken);

    private bool IsOwn(ChildbearingRegistration row) => row.Applicant == Actor.Id || row.FiledBy == Actor.Id;

    // Whose it is finds in the own list of views that somebody came upon it.
    private Guid Found(ChildbearingRegistration same)
    {
        if (!IsOwn(same))
            audit.Record(AuditTrail.Viewed, same.AuditSubject, person: Guid.TryParse(same.Applicant, out var person) ? person : null);
        return same.Id;
    }

    private Guid Open(RegistrationForm form)
    {
        var (id, actor) = (Guid.CreateVersion7(time.GetUtcNow()), Actor);
        var family = IsAtCounter ? $"family-{id:N}" : actor.Id;
        if (IsAtCounter)
            process.ActFor(new Actor(ActorKind.Citizen, family));
        var registration = new ChildbearingRegistration
        {
            Id = id, Number = ReceiptNumber.New(ChinaTime.Today(time)), Applicant = family, FiledBy = IsAtCounter ? actor.Id : null, Division = form.Residence,
            FiledAt = process.Current.Division == default ? form.Residence : process.Current.Division, Form = Seal(id, form), Mother = vault.Seal(ChildbearingRegistration.MotherField, id, form.Mother.IdNumber),
            MotherIndex = vault.IndexOf(ChildbearingRegistration.MotherField, form.Mother.IdNumber), ChildDate = form.ChildDate, Created = time.GetUtcNow(), LastMovedBy = actor.Id,
        };
        database.Add(registration);
        audit.Record("submitted", registration.AuditSubject, detail: new { registration.Number, division = form.Residence.ToString(), filedAt = registration.FiledAt.ToString() });
        Decide(registration, form);
        Ask(registration, form, []);
        return id;
    }

    private void Decide(ChildbearingRegistration registration, RegistrationForm form)
    {
        var action = form.Identity == IdentityPaper.ResidentCard ? RegistrationAction.Register : RegistrationAction.Hold;
        if (mover.Move(ChildbearingRegistrationLifecycle.Table, registration, action, registration.Version) is { } error)
            throw new InvalidOperationException($"A registration met its table: {error}");
    }

    // On the family's word it is registered; the place where a parent is registered is asked all the same, once.
    private void Ask(ChildbearingRegistration registration, RegistrationForm form, List<PlaceQuery> asked)
    {
        foreach (var place in form.OtherPlaces.Where(place => !asked.Exists(query => query.Division == place)))
        {
            var query = new PlaceQuery { Id = Guid.CreateVersion7(time.GetUtcNow()), RegistrationId = registration.Id, Division = place };
            database.Add(query);
            audit.Record("asked", query.AuditSubject, detail: new { registration.Number, division = place.ToString() });
            if (options.Value.ReplyWithin is { } days)
                mover.Limit(PlaceQueryLifecycle.Table, query, new TimeLimit.WorkingDays(days));
        }
    }

    private void Keep(ChildbearingRegistration registration, RegistrationForm form)
    {
        (registration.Division, registration.ChildDate, registration.Form) = (form.Residence, form.ChildDate, Seal(registration.Id, form));
        registration.Mother = vault.Seal(ChildbearingRegistration.MotherField, registration.Id, form.Mother.IdNumber);
        registration.MotherIndex = vault.IndexOf(ChildbearingRegistration.MotherField, form.Mother.IdNumber);
    }

    private Sealed Seal(Guid id, RegistrationForm form) => vault.Seal(ChildbearingRegistration.FormField, id, Text(form));

    private static string Text(RegistrationForm form) => JsonSerializer.Serialize(form, ProtectedForms.Json);

    private CaseError.NotMoved Not(MoveError why)
    {
        database.Forget();
        return new CaseError.NotMoved(why);
    }
}
