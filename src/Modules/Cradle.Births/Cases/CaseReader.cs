using Cradle.Births.Promises;
using Cradle.Primitives;

namespace Cradle.Births.Cases;

/// <summary>A case as the API tells of it.</summary>
public sealed class CaseReader(CaseFlow flow, PromiseBook promises, ProtectedForms forms, TimeProvider time)
{
    public async Task<CaseAnswer> AnswerAsync(JointCase one, CancellationToken cancellationToken)
    {
        var today = ChinaTime.Today(time);
        return new CaseAnswer(
            one.Id, one.Number, one.State, one.Version, one.BirthDate, one.InsureBy, CaseWords.ReasonOf(one, forms.Read(one))?.ToString(),
            [.. (await flow.ItemsAsync(one.Id, cancellationToken)).Select(item => new ItemAnswer(item.Id, item.Service, item.Division.ToString(), item.State, item.Number, item.Due, item.Reason, item.Remedy))],
            [.. (await promises.OfAsync(one.Id, cancellationToken)).Select(promise => new PromiseAnswer(promise.Paper, promise.State, promise.Until, promise.IsLate(today)))]);
    }
}
