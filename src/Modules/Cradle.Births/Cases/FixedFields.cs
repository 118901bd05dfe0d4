using Cradle.Births.Items;
using Cradle.Platform.Web;

namespace Cradle.Births.Cases;

/// <summary>
/// What a correction of one item may not change any more. Places name the departments, and so stand from acceptance on; who the child
/// and its parents are stands once a department has done something on it: another child is another case.
/// </summary>
internal static class FixedFields
{
    private static readonly Words ToOfficer = new("已经有事项按它办结。确实填错的，带证件到受理窗口，请工作人员更正。", "Something was done by it already. Where it is wrong, go to the counter with your papers and have it corrected there.");
    private static readonly Words Anew = new("各项已经按它分到部门。撤回这件，再重新填一张表。", "The items were given to departments by it. Withdraw the case and fill in a new form.");

    public static IReadOnlyList<FormProblem> Problems(NewbornForm kept, NewbornForm sent, int order, IReadOnlyList<CaseItem> items)
    {
        var isDone = items.Any(item => item.State == ItemState.Done);
        var problems = new List<FormProblem>();
        Same("residence", new("常住地", "The residence"), kept.Residence == sent.Residence);
        Same("household", new("落户地", "The place of registration"), kept.Household == sent.Household);
        Same("country", new("是国外出生还是收养", "Whether it was born abroad or adopted"), kept.IsAdopted == sent.IsAdopted && kept.Birthplace is null == sent.Birthplace is null);
        Same("birthplace", new("出生地", "The place of birth"), kept.Birthplace == sent.Birthplace);
        if (!isDone)
            return problems;
        var (child, now, field) = (kept.Children[order - 1], sent.Children[order - 1], $"children[{order - 1}]");
        Same("birthDate", new("出生日期", "The date of birth"), kept.BirthDate == sent.BirthDate);
        Same("mother.idNumber", new("母亲的证件号码", "The mother's number"), IsSame(kept.Mother.IdNumber, sent.Mother.IdNumber));
        Same("father.idNumber", new("父亲的证件号码", "The father's number"), IsSame(kept.Father?.IdNumber, sent.Father?.IdNumber));
        Same(field + ".sex", new("孩子的性别", "The child's sex"), child.Sex == now.Sex);
        Same(field + ".certificate", new("出生医学证明编号", "The number of the birth certificate"), IsSame(child.Certificate, now.Certificate) || (child.Certificate is null && !Has(ServiceGraph.Certificate)));
        Same(field + ".document", new("证件编号", "The number of the paper"), child.Document is null || IsSame(child.Document, now.Document) || !IsRegistered());
        Same(field + ".name", new("孩子的姓名", "The child's name"), child.Name is null || IsSame(child.Name, now.Name) || !IsRegistered());
        return problems;

        void Same(string at, Words name, bool isSame)
        {
            if (!isSame)
                problems.Add(new FormProblem(at, "fixed", new($"{name.Zh}不能在补正里改。", $"{name.En} can't be changed by a correction."), isDone ? ToOfficer : Anew));
        }

        bool Has(string service) => items.Any(item => item.Service == service && item.State == ItemState.Done);

        // police compare the name with the certificate and may send it back; once they have registered it, it is the child's
        bool IsRegistered() => Has(ServiceGraph.Household) || items.All(item => item.Service != ServiceGraph.Household);
    }

    private static bool IsSame(string? kept, string? sent) => string.Equals(kept?.Trim() ?? "", sent?.Trim() ?? "", StringComparison.OrdinalIgnoreCase);
}
