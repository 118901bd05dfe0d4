using Cradle.Entitlements.Policies;
using Cradle.Entitlements.Reading;
using Cradle.Platform.Web;

namespace Cradle.Modules.Tests.Entitlements;

/// <summary>Whatever the packs name, a page can say in words.</summary>
public class PolicyWordsTests(Site site)
{
    [Fact]
    public void Every_kind_strength_unit_topic_handler_and_beneficiary_of_the_packs_has_a_name()
    {
        var index = site.The<PolicyIndex>();
        var clauses = index.Documents.SelectMany(document => document.Clauses).ToList();
        Assert.All(clauses.SelectMany(clause => clause.Kinds).Distinct(), kind => Named(kind, PolicyWords.Kind(kind)));
        Assert.All(clauses.Select(clause => clause.Strength).Concat(clauses.SelectMany(clause => clause.Words).Select(word => word.Strength)).Distinct(), strength => Named(strength, PolicyWords.Strength(strength)));
        Assert.All(clauses.SelectMany(clause => clause.Figures).Select(figure => figure.Unit).Distinct(), unit => Assert.True(FigureText.Knows(unit), unit));
        var headers = index.Pack.Quantities.Select(quantity => quantity.Header).ToList();
        Assert.All(headers.Select(header => header.Topic).Distinct(), topic => Named(topic, PolicyWords.Topic(topic)));
        Assert.All(headers.Select(header => header.Beneficiary).Distinct(), beneficiary => Named(beneficiary, PolicyWords.Beneficiary(beneficiary)));
        Assert.All(headers.Select(header => header.Handler).Concat(index.Pack.Quantities.SelectMany(quantity => quantity.Rules).Select(rule => rule.Handler ?? "tax")).Distinct(), handler => Named(handler, PolicyWords.Handler(handler)));
        Assert.All(index.Documents.SelectMany(document => document.Tasks).Select(task => task.Status).Distinct(), status => Named(status, PolicyWords.TaskStatus(status)));
    }

    private static void Named(string member, Words words)
    {
        Assert.NotEqual(member, words.Zh);
        Assert.NotEqual("", words.En);
    }
}
