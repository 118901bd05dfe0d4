using System.Text.Json;
using System.Text.Json.Nodes;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Entitlements;

/// <summary>The JSON contract; asked for the full explanation, every outcome carries <c>explanation</c> too.</summary>
internal static class AnswerJson
{
    public static void Write(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Explainer explainer, bool explain, FamilyFacts facts)
    {
        var json = JsonNode.Parse(AnswerWriter.Write(answer, warnings, language, explainer.Reasons(facts)))!;
        if (explain)
        {
            var explanations = explainer.Explanations(facts);
            foreach (var (outcome, node) in answer.Outcomes.Zip(json["outcomes"]!.AsArray()))
            {
                var explanation = explanations(outcome);
                node!["explanation"] = new JsonObject
                {
                    ["sentence"] = explanation.Sentence,
                    ["steps"] = Steps(explanation.Steps),
                    ["changes"] = new JsonArray([.. explanation.Changes.Select(change => new JsonObject { ["if"] = change.If, ["then"] = change.Then })]),
                };
            }
        }

        JsonOutput.Write(json);
    }

    private static JsonArray Steps(IReadOnlyList<Step> steps) => new([.. steps.Select(step => new JsonObject
    {
        ["state"] = JsonNamingPolicy.CamelCase.ConvertName(step.State.ToString()),
        ["title"] = step.Title,
        ["detail"] = step.Detail,
        ["cites"] = new JsonArray([.. step.Cites.Select(cite => (JsonNode)cite.ToString())]),
        ["steps"] = Steps(step.Steps),
    })]);
}
