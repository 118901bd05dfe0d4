namespace Cradle.Rules.Tests.Packs;

/// <summary>
/// Scenarios of the catalogue that rules cannot carry: a workflow, a record that must be kept, or a figure that a locality has yet to set.
/// Each names the module that carries it and why it is not a rule.
/// </summary>
internal static class ScenariosElsewhere
{
    public static readonly IReadOnlyDictionary<string, (string Module, string Why)> All = new Dictionary<string, (string, string)>
    {
        ["S01.5"] = ("Cradle.Governance", "whether a department has issued its own rule is kept in the ledger of tasks; that the draft gives nothing is shown by every draft lane"),
        ["S02.1"] = ("Cradle.Governance", "checks the fields of a form before it is published"),
        ["S02.2"] = ("Cradle.Governance", "routes a complaint and keeps its due date"),
        ["S02.3"] = ("Cradle.Governance", "checks the fields of a form by province"),
        ["S02.4"] = ("Cradle.Governance", "reopens a key task"),
        ["S10.2"] = ("Cradle.Governance", "routes a complaint"),
        ["S11.3"] = ("Cradle.Workplace", "segments are records; the packs give the first and the last day (62-gansu paternity-leave case), the days are the province's to set"),
        ["S11.5"] = ("Cradle.Workplace", "balances of days used are records"),
        ["S11.7"] = ("Cradle.Workplace", "an employer's own days are entered there and compared with the floor of the packs"),
        ["S12.3"] = ("Cradle.Workplace", "balances of days used are records"),
        ["S13.4"] = ("Cradle.Workplace", "opens a case on a report"),
        ["S13.6"] = ("Cradle.Workplace", "which of the unused days were maternity leave is a record of the leave; the question of the packs leaves them out"),
        ["S14.2"] = ("Cradle.Workplace", "shares of a local scheme are entered there"),
        ["S14.4"] = ("Cradle.Workplace", "days already paid are records"),
        ["S15.4"] = ("Cradle.Workplace", "compares payrolls"),
        ["S22.3"] = ("Cradle.Benefits", "compares the bases of two bills"),
        ["S22.5"] = ("Cradle.Benefits", "finds a claim made twice"),
        ["S22.6"] = ("Cradle.Benefits", "the limit runs on the record of a claim, in working days the locality sets"),
        ["S23.4"] = ("Cradle.Benefits", "settles a bill again; that cover paid for by day 90 reaches back to birth is a case of newborn-medical-insurance"),
        ["S23.5"] = ("Cradle.Benefits", "hands a case to an officer where the text is silent"),
        ["S24.2"] = ("Cradle.Benefits", "settles a delivery by a price the locality sets"),
        ["S24.3"] = ("Cradle.Benefits", "counts claims against a limit the locality sets"),
        ["S25.4"] = ("Cradle.Benefits", "ends and opens payments when a child moves"),
        ["S26.3"] = ("Cradle.Workplace", "an employer's own sum is entered there and compared with the floor of the packs"),
        ["S27.3"] = ("Cradle.Benefits", "compares the shares two parents declare"),
        ["S27.5"] = ("Cradle.Outreach", "lists families to be notified"),
        ["S28.1"] = ("Cradle.Outreach", "a request is compared with the cap of the packs when it is referred to a bank"),
        ["S28.2"] = ("Cradle.Outreach", "a bank's product is checked when it is entered"),
        ["S29.1"] = ("Cradle.Childcare", "refers institutions by their certificate"),
        ["S29.2"] = ("Cradle.Childcare", "counts policies on file"),
        ["S29.3"] = ("Cradle.Childcare", "reminds before a policy on file ends"),
        ["S31.2"] = ("Cradle.Housing", "invites from a queue within the stock"),
        ["S31.3"] = ("Cradle.Housing", "keeps the date of registration while it scores again"),
        ["S31.4"] = ("Cradle.Housing", "offers exchanges in the order of requests"),
        ["S32.3"] = ("Cradle.Childcare", "finds a child on two rolls"),
        ["S33.4"] = ("Cradle.Benefits", "opens a case from a list of another department"),
        ["S33.5"] = ("Cradle.Benefits", "masks a list that is shown publicly"),
    };
}
