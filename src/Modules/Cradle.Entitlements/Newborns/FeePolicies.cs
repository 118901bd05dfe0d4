using Cradle.Entitlements.Policies;
using Cradle.Platform.Contracts.Entitlements;

namespace Cradle.Entitlements.Newborns;

/// <summary>Answers for other modules since when the fee for births is abolished.</summary>
internal sealed class FeePolicies(PolicyLibrary library) : IFeePolicies
{
    private const string Quantity = "social-maintenance-fee-abolished";

    public FeeAbolition Abolition { get; } = library.Pack.Quantities.Single(quantity => quantity.Header.Id == Quantity).Rules
        .Where(rule => rule is { Division: 0, IsDraft: false, From: not null })
        .Select(rule => new FeeAbolition(rule.From!.Value, rule.Id, [.. rule.Cites.Select(cite => library.Pack.Find(cite)?.Title.Zh ?? library.Pack.Documents.GetValueOrDefault(cite.Document)?.Title.Zh ?? cite.ToString())])).Single();
}
