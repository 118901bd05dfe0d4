using Cradle.Births.Cases;
using Cradle.Births.Prints;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Prints;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Promises;

/// <summary>The promises of a case: made with its form, running once it is accepted on them, dropped when nothing rests on them. It adds, and does not save.</summary>
public sealed class PromiseBook(PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, PrintRegister prints, TimeProvider time)
{
    /// <summary>Writes down what a form promises, in the place of what one before it did.</summary>
    public async Task MakeAsync(JointCase one, NewbornForm form, CancellationToken cancellationToken)
    {
        await DropAsync(one, cancellationToken);
        foreach (var paper in form.PromisedBy is null ? [] : form.PapersMissing())
        {
            var promise = new PaperPromise
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), CaseId = one.Id, Paper = paper, Promiser = process.Current.Actor.Id, Division = one.Division, Until = form.PromisedBy!.Value, LastMovedBy = process.Current.Actor.Id,
            };
            database.Add(promise);
            audit.Record("promised", promise.AuditSubject, detail: new { one.Number, paper = paper.ToString(), until = promise.Until, promise.Promiser });
        }
    }

    /// <summary>Lets the promises of a case run that is accepted on them, until a day that the officer sets.</summary>
    public async Task<MoveError?> RunAsync(JointCase one, DateOnly until, CancellationToken cancellationToken)
    {
        foreach (var promise in (await OfAsync(one.Id, cancellationToken)).Where(promise => promise.State == PromiseState.Made))
        {
            (promise.Until, promise.SetBy) = (until, process.Current.Actor.Id);
            if (mover.Move(PaperPromiseLifecycle.Table, promise, PromiseAction.Run, promise.Version, limit: new TimeLimit.LastDay(until)) is { } why)
                return why;
        }

        return null;
    }

    public async Task DropAsync(JointCase one, CancellationToken cancellationToken)
    {
        foreach (var promise in (await OfAsync(one.Id, cancellationToken)).Where(promise => promise.State is PromiseState.Made or PromiseState.Running))
            mover.Move(PaperPromiseLifecycle.Table, promise, PromiseAction.Drop, promise.Version);
        await prints.EndAsync(one.Id, BirthPrints.Promise, cancellationToken);
    }

    /// <summary>The promises of a case, the first one first; those that were dropped are left out.</summary>
    public async Task<List<PaperPromise>> OfAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await database.Set<PaperPromise>().Where(promise => promise.CaseId == caseId).LoadAsync(cancellationToken);
        return [.. database.Set<PaperPromise>().Local.Where(promise => promise.CaseId == caseId && promise.State != PromiseState.Dropped).OrderBy(promise => promise.Id)];
    }

    /// <summary>The late promise that a service of a case has to wait for; null where none is.</summary>
    public async Task<PaperPromise?> LateAsync(Guid caseId, string service, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Today(time);
        return (await OfAsync(caseId, cancellationToken)).Find(promise => promise.IsLate(today) && Items.ServiceGraph.Needs(service, promise.Paper));
    }
}
