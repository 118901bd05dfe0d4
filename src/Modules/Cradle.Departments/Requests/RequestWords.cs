using Cradle.Platform.Connectors;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Web;

namespace Cradle.Departments.Requests;

/// <summary>What states of a request are called, and why a decision could not be made.</summary>
public static class RequestWords
{
    private const string NumberOf = "-number";

    public static Words Of(RequestState state) => state switch
    {
        RequestState.Received => new("新收到", "New"),
        RequestState.Processing => new("办理中", "In hand"),
        RequestState.Done => new("已办结", "Done"),
        RequestState.Returned => new("已退回补正", "Returned"),
        RequestState.Refused => new("不予办理", "Refused"),
        _ => new("对方已撤回", "Withdrawn by the sender"),
    };

    /// <summary>What a service of the contract is called; one that is not known here by its key.</summary>
    public static Words ServiceOf(string key) => key switch
    {
        "birth-certificate" => new("出生医学证明", "Medical birth certificate"),
        "vaccination-record" => new("儿童预防接种", "Vaccination record"),
        "household-registration" => new("户口登记", "Household registration"),
        "medical-insurance" => new("医保参保", "Medical insurance"),
        "social-security-card" => new("社保卡申领", "Social security card"),
        "medical-bill-settlement" => new("医疗费重新结算", "Bills settled anew"),
        _ => new(key, key),
    };

    /// <summary>What a field of a request is called; one that is not known here by its name.</summary>
    public static Words FieldOf(string name) => name switch
    {
        "childName" => new("孩子姓名", "Child's name"),
        "childSex" => new("性别", "Sex"),
        "birthDate" => new("出生日期", "Born"),
        "orderInBirth" => new("第几个", "Order of birth"),
        "motherName" => new("母亲姓名", "Mother's name"),
        "motherId" => new("母亲证件号", "Mother's number"),
        "fatherName" => new("父亲姓名", "Father's name"),
        "fatherId" => new("父亲证件号", "Father's number"),
        "adopterName" => new("收养人姓名", "Adopter's name"),
        "adopterId" => new("收养人证件号", "Adopter's number"),
        "otherAdopterName" => new("另一位收养人姓名", "Other adopter's name"),
        "otherAdopterId" => new("另一位收养人证件号", "Other adopter's number"),
        "country" => new("出生国家或地区", "Country of birth"),
        "foreignPlace" => new("国外出生地", "Place abroad"),
        "foreignCertificateNumber" => new("国外出生证明编号", "Number of the foreign certificate"),
        "adoptionNumber" => new("收养登记证编号", "Number of the adoption registration"),
        "promisedPapers" => new("承诺补交的材料", "Papers promised"),
        "appealReason" => new("家长申请复核的理由", "Why the family appeals"),
        "phone" => new("手机号", "Phone"),
        "hospital" => new("出生医院", "Hospital"),
        "certificateNumber" => new("出生医学证明编号", "Number of the certificate"),
        "coverFrom" => new("从哪天起算", "Cover from"),
        "bills" => new("账单", "Bills"),
        "paidInAll" => new("合计（元）", "In all (yuan)"),
        _ when name.EndsWith(NumberOf, StringComparison.Ordinal) && ServiceOf(name[..^NumberOf.Length]) is var service => new($"{service.Zh}编号", $"Number: {service.En}"),
        _ => new(name, name),
    };

    public static string ValueOf(string value) => value switch
    {
        "male" => Wording.Say("男", "male"),
        "female" => Wording.Say("女", "female"),
        _ => value,
    };

    public static string Of(RequestError error) => error switch
    {
        RequestError.NotMoved(MoveError.ReasonMissing) => Wording.Say("请写明理由", "Give a reason"),
        RequestError.NotMoved(MoveError.Refused) => Wording.Say("办结要填本部门的编号", "Enter your department's number to complete it"),
        RequestError.NotMoved(MoveError.SamePerson) => Wording.Say("这是对您自己决定的复核，要换一个人来办", "This is an appeal against your own decision; somebody else has to decide it"),
        RequestError.NotMoved(MoveError.Illegal) => Wording.Say("它现在的状态不能这样办，请看最新情况", "It can't be done in the state it has now; look again"),
        _ => Wording.Say("没有找到，或者别人刚刚改过，请看最新情况", "Not found, or changed in the meantime; look again"),
    };
}
