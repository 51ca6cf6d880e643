import DocketTesting
import GraphQLLanguage
import PluginKit

/// A mutation of a letter with an input with which it succeeds where it may be taken at all.
enum LetterMutation {
    /// What an input names besides the letter.
    struct People {
        var handler = "1"
        var root = "1"
        var sender = "1"
        var dossier = "1"
        var reviewLevel = "DIVISION_HEAD"
        var isAccusation = false
        var state = ""
        var today = "2018-06-29"
    }

    static func document(_ name: String) -> String {
        let type = name.prefix(1).uppercased() + name.dropFirst() + "Input"
        return "mutation($input: \(type)!) { \(name)(input: $input) { letter { id } } }"
    }

    static func input(_ name: String, letter: String, version: Int, _ people: People = People()) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("letterId", .string(letter)), .init("version", .integer(version)),
        ]
        if case .object(let own) = own(name, people) { members += own }
        return .object(members)
    }

    /// What the input says besides key and version.
    static func own(_ name: String, _ people: People = People()) -> JSONValue {
        let today = JSONValue.string(people.today)
        return switch name {
        case "classifyLetter": ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]
        case "markDuplicate": ["duplicateOfId": .string(people.root)]
        case "unmarkDuplicate", "objectRouting", "voidLetter": ["reason": "登记有误，应予更正"]
        case "assignLetter": ["assigneeId": .string(people.handler)]
        case "reassignLetter": ["assigneeId": .string(people.handler), "reason": "承办人休假"]
        case "transferLetter":
            [
                "target": .string(people.isAccusation ? "DISCIPLINE" : "OTHER_BODY"), "toOrg": "市信访局",
                "toldPetitionerOn": today,
            ]
        case "decideRoutingObjection": ["senderAgreed": true]
        case "draftReply": LetterDesk.reply
        case "reviewLetter": ["level": .string(people.reviewLevel), "decision": "APPROVED"]
        case "recordDispatch": ["sentOn": today, "method": "POST"]
        case "submitOnlineReport": ["platform": "全省信访系统", "externalRef": "W1"]
        case "recordOnlineResult": ["result": "ACCEPTED"]
        case "recordReportBack": ["sentOn": today, "docRef": "晋03信报1"]
        case "extendLetter": ["days": 5, "reason": "案情复杂", "toldPetitionerOn": today]
        case "pauseLetter": ["reason": "PARTY_MATERIAL"]
        case "closeLetter":
            people.state == "TRANSFERRED" ? ["receiverReport": ["reportedOn": today, "docRef": "市信访局〔2018〕9号"]] : [:]
        case "reopenLetter": ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求重新办理"]
        case "bindLetter":
            [
                "entries": .array(
                    [
                        "CATALOGUE", "ORIGINAL", "ACCEPTANCE_RECORD", "HANDLING_RECORD", "REPLY_RECORD",
                        "PETITIONER_OPINION", "UNFINISHED_MEASURES",
                    ].enumerated().map { index, document in
                        let page = JSONValue.integer(index + 1)
                        return ["document": .string(document), "title": "材料", "pageFrom": page, "pageTo": page]
                    }
                )
            ]
        case "recordFeedback":
            ["senderId": .string(people.sender), "rating": "SATISFIED", "receivedOn": "2018-04-20", "via": "PHONE"]
        case "amendLetter": ["subject": "反映执行问题", "reason": "登记时看错了信封上的内容"]
        case "reclassifyLetter":
            ["matterClass": "APPEAL_CLAIM", "category": "FILING", "reason": "实为立案环节的诉求，应予更正"]
        case "recordReturnedMail": ["returnedOn": today, "reason": "查无此人"]
        case "resendReply": ["sentOn": today, "method": "HAND"]
        case "withdrawExtension": ["reason": "材料已齐，无须再延期"]
        case "endorseLetter": ["kind": "NOTE", "text": "阅"]
        case "linkLetterDossier": ["dossierId": .string(people.dossier)]
        default: [:]
        }
    }
}
